package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway reads of a message's {@code params}; everything else passes through unread.
 *
 * @param present whether the message has {@code params} at all
 * @param notifications the filter of a {@code subscriptions/listen}
 * @param protocolVersion what an {@code initialize} proposes
 * @param level what a {@code logging/setLevel} asks for
 * @param requestId what a {@code notifications/cancelled} cancels
 * @param progressToken what a {@code notifications/progress} reports on
 * @param task whether the caller asks for a task (2025-11-25)
 * @param requestState whether this repeats a call whose answer was {@code input_required} (2026-07-28)
 * @param inputResponses whether it carries the input that was required
 */
public record Params(
        boolean present,
        @Nullable Text name,
        @Nullable Text uri,
        @Nullable Text cursor,
        @Nullable Ref ref,
        @Nullable Meta meta,
        @Nullable ListenFilter notifications,
        @Nullable Text protocolVersion,
        @Nullable Text level,
        @Nullable RawValue requestId,
        @Nullable RawValue progressToken,
        boolean task,
        boolean requestState,
        boolean inputResponses) {

    /** The message has no {@code params}. */
    public static final Params ABSENT =
            new Params(false, null, null, null, null, null, null, null, null, null, null, false, false, false);
}
