package dev.gatehouse.gateway.upstream;

import java.util.Locale;

/**
 * Why an upstream gave nothing to use: one name for each cause, whoever asked and by which carrier. Logs, audit and API
 * use it, so that one dead upstream is found under one name. Declared from what tells most of an upstream that serves
 * nobody to what tells least; {@code docs/operations.md} lists them all.
 */
public enum FailureCause {
    TRANSPORT(Stage.UNSENT, "spec.transport is Sse, which is not carried: offer the server by Streamable HTTP"),
    UNSENDABLE(Stage.UNSENT, "its URL or a header of spec.auth cannot be sent: look at both"),
    CA(Stage.UNSENT, "the certificates of spec.tls.caRef cannot be used: look at that Secret"),
    UNRESOLVED(Stage.UNSENT, "its host name does not resolve: look at the host in spec.url and at the gateway's DNS"),
    UNROUTABLE(Stage.UNSENT, "no network leads to its address: look at spec.url and at the gateway's network"),
    REFUSED(Stage.UNSENT, "it refuses connections: look whether it runs, and at the port in spec.url"),
    CONNECT_TIMEOUT(Stage.UNSENT, "no connection within spec.timeouts.connect: look at firewalls and spec.url"),
    NO_TLS(Stage.UNSENT, "it answers https without TLS: look at the scheme and the port of spec.url"),
    TLS_EXPIRED(Stage.UNSENT, "its certificate has expired or is not valid yet: renew it, or look at the clocks"),
    TLS_UNKNOWN_ISSUER(Stage.UNSENT, "its certificate leads to no trusted CA: name the CA in spec.tls.caRef"),
    TLS_WRONG_NAME(Stage.UNSENT, "its certificate is for another name: call it by that name in spec.url"),
    TLS(Stage.UNSENT, "the TLS handshake failed: look at the log of the server"),
    OVERLOADED(Stage.UNSENT, "it has as many connections open as the gateway allows: look at how slow it answers"),
    TOO_MANY_SESSIONS(Stage.UNSENT, "as many sessions are open as the gateway allows: look at who opens them"),
    CREDENTIALS(Stage.ANSWERED, "it refuses the gateway's credentials: look at spec.auth and its Secret"),
    REDIRECT(
            Stage.ANSWERED, "it redirects, which is not followed: put the target into spec.url if it is the right one"),
    TIMEOUT(Stage.UNANSWERED, "silence for longer than spec.timeouts: look whether the server hangs"),
    BROKEN(Stage.UNANSWERED, "the connection broke, or what came is no HTTP: look at the log of the server"),
    TOO_EARLY(Stage.ANSWERED, "it answered before it had the whole request: look at the log of the server"),
    STATUS(Stage.ANSWERED, "its status says that it failed: look at the log of the server"),
    ENCODED(Stage.ANSWERED, "its answer is compressed, which nobody asked for: look at what stands in front of it"),
    CONTENT_TYPE(Stage.ANSWERED, "its answer is neither JSON nor an event stream: look at the path of spec.url"),
    TOO_LARGE(Stage.ANSWERED, "its answer is larger than the gateway takes: make the server page its lists"),
    NOT_MCP(Stage.ANSWERED, "its answer is no JSON-RPC message: look at the path of spec.url"),
    WRONG_ID(Stage.ANSWERED, "it answered another request than ours: a bug of the server"),
    STREAM_ENDED(Stage.ANSWERED, "its event stream ended without the answer: look at the log of the server"),
    EVENT_TOO_LARGE(Stage.ANSWERED, "an event of its stream is larger than the gateway takes"),
    EVENT_UNREADABLE(
            Stage.ANSWERED, "an event of its stream cannot be read, and no answer followed: a bug of the server"),
    BAD_LIST(Stage.ANSWERED, "its list is not as MCP has it: a bug of the server"),
    BAD_RESULT(Stage.ANSWERED, "its result is not as MCP has it: a bug of the server"),
    BAD_SESSION_ID(Stage.ANSWERED, "its session id is too long or holds what no header may: a bug of the server"),
    ASKS(Stage.ANSWERED, "it asks the caller something that nobody can answer here: use an MCP client"),
    ERROR(Stage.ANSWERED, "it answered with an error: look at the log of the server"),
    SESSION_GONE(Stage.ANSWERED, "it has ended the session: the next use opens another"),
    NO_ERA(Stage.ANSWERED, "it answers, but in no revision of MCP that the gateway speaks: update the server"),
    STOPPING(Stage.UNANSWERED, "the gateway gave up, as it is stopping"),
    INTERNAL(Stage.UNANSWERED, "a bug of the gateway: its log says more");

    /** How far a request came. */
    public enum Stage {
        /** The upstream has seen nothing of it. */
        UNSENT,
        /** It may have been carried out, and no whole answer came. */
        UNANSWERED,
        /** An answer came. */
        ANSWERED
    }

    private final Stage stage;
    private final String sentence;
    private final String label;

    FailureCause(Stage stage, String sentence) {
        this.stage = stage;
        this.sentence = sentence;
        this.label = "upstream_" + name().toLowerCase(Locale.ROOT);
    }

    public Stage stage() {
        return stage;
    }

    /** The name under which logs, audit and metrics know it. */
    public String label() {
        return label;
    }

    /** What happened, and after a colon what to look at. */
    public String sentence() {
        return sentence;
    }
}
