package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.ListenFilter;
import dev.gatehouse.gateway.mcp.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, without the era in which it says so. A text knows where it stands in the message's bytes, so that
 * equal dialects forward a splice; arguments stay unread in those bytes.
 */
public sealed interface Operation {

    /** Concerns one thing of one server. */
    sealed interface Targeted extends Operation {

        /** What names the thing, as the caller wrote it. */
        Text named();
    }

    /** Is answered with a description of what is there. */
    record Open() implements Operation {}

    record Discover() implements Operation {}

    record CallTool(Text named) implements Targeted {}

    record GetPrompt(Text named) implements Targeted {}

    record ReadResource(Text named) implements Targeted {}

    record Subscribe(Text named) implements Targeted {}

    record Unsubscribe(Text named) implements Targeted {}

    /** Completes an argument of a prompt. */
    record CompletePrompt(Text named) implements Targeted {}

    /** Completes a variable of a resource template, which is named as a whole. */
    record CompleteTemplate(Text named) implements Targeted {}

    record ListItems(ListKind kind, @Nullable Text cursor) implements Operation {}

    /** A stream of what the filter names (2026-07-28). */
    record Listen(ListenFilter filter) implements Operation {}

    /** The standing stream of a session. */
    record Stand() implements Operation {}

    /** The end of a session. */
    record Close() implements Operation {}

    record Ping() implements Operation {}

    record SetLevel() implements Operation {}

    /** The caller tells something and waits for nothing. */
    record Notify(Notice notice) implements Operation {}

    /** What callers tell. */
    enum Notice {
        INITIALIZED,
        CANCELLED,
        PROGRESS,
        ROOTS_CHANGED
    }
}
