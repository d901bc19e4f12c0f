package dev.gatehouse.gateway.upstream;

/** Why an upstream gave no result. None of them tells the upstream's address or a credential. */
public sealed interface UpstreamFailure extends UpstreamAnswer, Initialization, Opening {

    /** A short sentence for logs. */
    String reason();

    /** The upstream answered with a JSON-RPC error; its message is the upstream's own and never logged. */
    record RpcError(int code, String message) implements UpstreamFailure {
        @Override
        public String reason() {
            return "the upstream answered with error " + code;
        }
    }

    /** No connection, or it broke. */
    record Unreachable(String reason) implements UpstreamFailure {}

    /** It answered with something that is not MCP, or too much of it. */
    record Unusable(String reason) implements UpstreamFailure {}

    record TimedOut() implements UpstreamFailure {
        @Override
        public String reason() {
            return "the upstream did not answer in time";
        }
    }

    /** 404 to a request in a session: the session has ended and a new one may be opened. */
    record SessionGone() implements UpstreamFailure {
        @Override
        public String reason() {
            return "the upstream has ended the session";
        }
    }

    /** 401 or 403: the credentials configured for the upstream do not suffice. */
    record CredentialsRefused(int status) implements UpstreamFailure {
        @Override
        public String reason() {
            return "the upstream refused our credentials with status " + status;
        }
    }
}
