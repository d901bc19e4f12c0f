package dev.gatehouse.gateway.upstream.lane;

/** Why an upstream gave no answer. The client learns only that the server is unavailable. */
public enum UpstreamFailure {
    /** No connection could be made. */
    UNREACHABLE,
    /** The connection broke before the answer was whole. */
    BROKEN,
    /** Silence for longer than the server's timeouts allow. */
    TIMED_OUT,
    /** More calls in flight from one I/O thread than the gateway allows for one server. */
    OVERLOADED,
    /** An answer that the gateway does not pass on. */
    BAD_ANSWER
}
