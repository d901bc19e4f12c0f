package dev.gatehouse.gateway.upstream;

import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.session.UpstreamSession;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says at the head of one request to an upstream, for whichever carrier writes it. Built from authorised
 * values only: no header of a client is ever copied.
 *
 * @param protocolVersion absent: the request begins a session, so none is agreed on
 * @param sessionId absent: there is no session
 * @param mirrored what a modern upstream compares with the body; absent: the upstream is legacy
 * @param params {@code Mcp-Param-*} by name, encoded
 */
public record CallHead(
        Verb verb,
        Accepts accepts,
        @Nullable String protocolVersion,
        @Nullable String sessionId,
        @Nullable MirroredHeaders mirrored,
        Map<String, String> params) {

    public enum Verb {
        GET,
        POST,
        DELETE
    }

    /** What the answer may be. */
    public enum Accepts {
        ANY_ANSWER(AnswerHead.JSON + ", " + AnswerHead.EVENT_STREAM),
        EVENTS(AnswerHead.EVENT_STREAM);

        private final String text;

        Accepts(String text) {
            this.text = text;
        }
    }

    /** A legacy message before any session. */
    public static CallHead opening() {
        return new CallHead(Verb.POST, Accepts.ANY_ANSWER, null, null, null, Map.of());
    }

    /** A legacy message. */
    public static CallHead post(UpstreamSession session) {
        return in(session, Verb.POST, Accepts.ANY_ANSWER);
    }

    /** The standing stream of a legacy session. */
    public static CallHead stream(UpstreamSession session) {
        return in(session, Verb.GET, Accepts.EVENTS);
    }

    /** The end of a legacy session. */
    public static CallHead end(UpstreamSession session) {
        return in(session, Verb.DELETE, Accepts.ANY_ANSWER);
    }

    /** A modern message. */
    public static CallHead modern(MirroredHeaders mirrored, Map<String, String> params) {
        return new CallHead(
                Verb.POST, Accepts.ANY_ANSWER, mirrored.protocolVersion(), null, mirrored, Map.copyOf(params));
    }

    private static CallHead in(UpstreamSession session, Verb verb, Accepts accepts) {
        String id = session.isStateless() ? null : session.id();
        return new CallHead(verb, accepts, session.protocolVersion(), id, null, Map.of());
    }

    /** Tells every header but those of {@link #params}. */
    public void forEach(BiConsumer<CallHeader, String> header) {
        header.accept(CallHeader.ACCEPT, accepts.text);
        if (verb == Verb.POST) {
            header.accept(CallHeader.CONTENT_TYPE, AnswerHead.JSON);
        }
        if (protocolVersion != null) {
            header.accept(CallHeader.PROTOCOL_VERSION, protocolVersion);
        }
        if (sessionId != null) {
            header.accept(CallHeader.SESSION_ID, sessionId);
        }
        if (mirrored != null) {
            header.accept(CallHeader.METHOD, mirrored.method());
            if (mirrored.name() != null) {
                header.accept(CallHeader.NAME, mirrored.name());
            }
        }
    }

    /** Without the session's id, which is a credential. */
    @Override
    public String toString() {
        return "CallHead[" + verb + ", " + protocolVersion + ", " + mirrored + "]";
    }
}
