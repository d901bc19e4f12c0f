package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.EraResolver;
import dev.gatehouse.gateway.mcp.HeaderFacts;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.Resolution;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import org.jspecify.annotations.Nullable;

/**
 * Lets large tool calls go upstream while they arrive, where everything that decides is known by then. Whatever is not
 * plain at that point is left to the ordinary way, which takes the message whole.
 */
final class Uploads {

    private final Sessions sessions;
    private final UpstreamSessions upstreamSessions;
    private final Forwarding forwarding;

    Uploads(Sessions sessions, UpstreamSessions upstreamSessions, Forwarding forwarding) {
        this.sessions = sessions;
        this.upstreamSessions = upstreamSessions;
        this.forwarding = forwarding;
    }

    /** Begins if the call is allowed; nothing is refused here. */
    @Nullable
    Upload begin(McpExchange exchange, String method, Text name, Runnable resume) {
        HeaderFacts headers = MirroredFacts.of(exchange.http().getRequestHeaders());
        if (headers == null || !method.equals(Method.TOOLS_CALL.wireName())) {
            return null;
        }
        if (!(Address.ofTool(exchange.snapshot(), exchange.endpoint(), name) instanceof Address.Known known)
                || !exchange.mayDo(known.action())) {
            return null;
        }
        CallHead head = head(exchange, headers, known);
        if (head == null) {
            return null;
        }
        SplicedBody splice =
                known.rename() == null ? SplicedBody.unchanged() : SplicedBody.of(known.rename(), known.ownName());
        long announced = exchange.http().getRequestContentLength();
        RequestBody body = RequestBody.growing(announced < 0 ? -1 : splice.length(announced), resume);
        exchange.concerns(known.server().key(), known.ownName());
        return new Upload(forwarding.upload(exchange, known, head, body), body, splice);
    }

    /** The whole message is there: it must be what its beginning promised. */
    void finish(McpExchange exchange, Upload upload, Message message) {
        exchange.asks(message.method(), TraceContext.traceId(exchange.http(), message));
        HeaderFacts headers = MirroredFacts.of(exchange.http().getRequestHeaders());
        SessionState session =
                headers == null || headers.sessionId() == null ? null : sessions.open(exchange, headers.sessionId());
        String negotiated = session == null ? null : session.protocolVersion();
        switch (EraResolver.resolve(headers == null ? HeaderFacts.NONE : headers, message, negotiated)) {
            case Resolution.Legacy _, Resolution.Modern _ -> {
                upload.call().arrived(message.id());
                upload.complete();
            }
            case Resolution.Refused(Refusal refusal) -> {
                upload.abandon();
                PostHandler.answer(exchange, refusal);
            }
        }
    }

    /** Legacy calls only: what a modern one declares of itself may have to change, wherever in it that stands. */
    private @Nullable CallHead head(McpExchange exchange, HeaderFacts headers, Address.Known known) {
        SessionState session = headers.sessionId() == null || Versions.MODERN.equals(headers.protocolVersion())
                ? null
                : sessions.open(exchange, headers.sessionId());
        UpstreamSession upstream = session == null
                ? null
                : upstreamSessions.find(session, known.server().id());
        return upstream == null ? null : LegacyHeads.post(upstream);
    }
}
