package dev.gatehouse.gateway.upstream;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of an upstream's answer, judged alike whichever carrier read it.
 *
 * @param mediaType in lower case without parameters; empty: the upstream says none
 * @param encoded whether the body is compressed or the like, which nobody asked for
 * @param location where a redirect leads
 */
public record AnswerHead(
        int status,
        String mediaType,
        boolean encoded,
        @Nullable String location) {

    public static final String JSON = "application/json";
    public static final String EVENT_STREAM = "text/event-stream";

    public static AnswerHead of(
            int status, @Nullable String contentType, @Nullable String contentEncoding, @Nullable String location) {
        return new AnswerHead(status, mediaType(contentType), contentEncoding != null, location);
    }

    /** The media type of a {@code Content-Type}, as {@link #mediaType()} has it. */
    public static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public boolean isJson() {
        return mediaType.equals(JSON);
    }

    public boolean isEvents() {
        return mediaType.equals(EVENT_STREAM);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * Why no answer to a message stands behind this head, or null when one may. A refusal that MCP defines comes as JSON
     * under 400 or 404; every other status is between the gateway and the upstream.
     *
     * @param asked the URL that was asked
     */
    public @Nullable UpstreamFailure objection(URI asked) {
        return switch (status) {
            case 200 -> bodyObjection();
            case 202 -> null;
            case 400, 404 -> isJson() && !encoded ? null : failure(asked);
            default -> failure(asked);
        };
    }

    /** The failure that a status without an answer is. */
    public UpstreamFailure failure(URI asked) {
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                location == null
                        ? new UpstreamFailure.BadStatus(status)
                        : new UpstreamFailure.Redirected(status, RedirectTarget.shown(asked, location));
            default -> new UpstreamFailure.BadStatus(status);
        };
    }

    private @Nullable UpstreamFailure bodyObjection() {
        if (encoded) {
            return UpstreamFailure.of(FailureCause.ENCODED);
        }
        return isJson() || isEvents() ? null : new UpstreamFailure.BadMediaType(mediaType);
    }
}
