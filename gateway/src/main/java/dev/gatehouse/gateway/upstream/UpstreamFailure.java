package dev.gatehouse.gateway.upstream;

import static dev.gatehouse.gateway.upstream.FailureCause.CONTENT_TYPE;
import static dev.gatehouse.gateway.upstream.FailureCause.CREDENTIALS;
import static dev.gatehouse.gateway.upstream.FailureCause.ERROR;
import static dev.gatehouse.gateway.upstream.FailureCause.REDIRECT;
import static dev.gatehouse.gateway.upstream.FailureCause.STATUS;

/**
 * Why an upstream gave no result: a cause of a closed list, and what was seen of it. Whatever carried the request, the
 * same trouble is the same failure. None of them tells a credential, and what an upstream wrote is cut and made plain.
 */
public sealed interface UpstreamFailure extends UpstreamAnswer, Initialization, Opening, EraFinding {

    FailureCause cause();

    /** What was seen, such as a status; empty: the cause says all. */
    String fact();

    /** What happened and what to look at, for logs. */
    default String sentence() {
        return fact().isEmpty() ? cause().sentence() : cause().sentence() + " (" + fact() + ")";
    }

    static UpstreamFailure of(FailureCause cause) {
        return new Failed(cause, "");
    }

    /** @param fact in the gateway's own words */
    static UpstreamFailure of(FailureCause cause, String fact) {
        return new Failed(cause, fact);
    }

    /** Whatever needs no fact of a type of its own. */
    record Failed(FailureCause cause, String fact) implements UpstreamFailure {}

    /** A status that says that there is no answer. */
    record BadStatus(int status) implements UpstreamFailure {

        /** 401 and 403 say that the credentials configured for the upstream do not suffice. */
        @Override
        public FailureCause cause() {
            return status == 401 || status == 403 ? CREDENTIALS : STATUS;
        }

        @Override
        public String fact() {
            return "status " + status;
        }
    }

    /** @param target as {@link RedirectTarget} shows it */
    record Redirected(int status, String target) implements UpstreamFailure {

        @Override
        public FailureCause cause() {
            return REDIRECT;
        }

        @Override
        public String fact() {
            return "status " + status + " to " + target;
        }
    }

    /** @param mediaType what the upstream calls its answer; empty: nothing */
    record BadMediaType(String mediaType) implements UpstreamFailure {

        private static final int LONGEST = 80;

        public BadMediaType {
            mediaType = PlainText.of(mediaType, LONGEST);
        }

        @Override
        public FailureCause cause() {
            return CONTENT_TYPE;
        }

        @Override
        public String fact() {
            return mediaType.isEmpty() ? "it says no Content-Type" : "it says " + mediaType;
        }
    }

    /** The upstream answered with a JSON-RPC error; its message is the upstream's own and never logged. */
    record RpcError(int code, String message) implements UpstreamFailure {

        @Override
        public FailureCause cause() {
            return ERROR;
        }

        @Override
        public String fact() {
            return "error " + code;
        }
    }

    /** 404 to a request in a session: the session has ended and a new one may be opened. */
    record SessionGone() implements UpstreamFailure {

        @Override
        public FailureCause cause() {
            return FailureCause.SESSION_GONE;
        }

        @Override
        public String fact() {
            return "";
        }
    }
}
