package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.mcp.EraResolver;
import dev.gatehouse.gateway.mcp.HeaderFacts;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.Resolution;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.session.SessionState;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Takes in one message, strictly, and hands it to whoever serves its era. */
final class PostHandler {

    private final IoLanes lanes;
    private final Sessions sessions;
    private final Uploads uploads;
    private final LegacyDispatch legacy;
    private final ModernDispatch modern;
    private final VersionRefusal versions;

    PostHandler(
            IoLanes lanes,
            Sessions sessions,
            Uploads uploads,
            LegacyDispatch legacy,
            ModernDispatch modern,
            VersionRefusal versions) {
        this.lanes = lanes;
        this.sessions = sessions;
        this.uploads = uploads;
        this.legacy = legacy;
        this.modern = modern;
        this.versions = versions;
    }

    void handle(McpExchange exchange) {
        HttpServerExchange http = exchange.http();
        long limit = exchange.snapshot().gateway().limits().bodyBytes();
        if (!MediaTypes.isPlainJson(http.getRequestHeaders())) {
            refuse(exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, "media type");
        } else if (http.getRequestContentLength() > limit) {
            refuse(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "body too large");
        } else {
            http.dispatch(SameThreadExecutor.INSTANCE, () -> takeIn(exchange, limit));
        }
    }

    private void takeIn(McpExchange exchange, long limit) {
        var listener = new Intake.Listener() {
            @Override
            public void whole(byte[] body, Message message) {
                resolve(exchange, body, message);
            }

            @Override
            public @Nullable Upload begin(String method, Text name, Runnable resume) {
                return uploads.begin(exchange, method, name, resume);
            }

            @Override
            public void uploaded(Upload upload, Message message) {
                uploads.finish(exchange, upload, message);
            }

            @Override
            public void refused(Refusal refusal) {
                answer(exchange, refusal);
            }

            @Override
            public void broken(int status, String reason) {
                refuse(exchange, status, reason);
            }
        };
        new Intake(lanes.of(exchange.http()), exchange.http(), limit, listener).start();
    }

    private void resolve(McpExchange exchange, byte[] body, Message message) {
        exchange.asks(message.method(), TraceContext.traceId(exchange.http(), message));
        HeaderFacts headers = MirroredFacts.of(exchange.http().getRequestHeaders());
        if (headers == null) {
            refuse(exchange, StatusCodes.BAD_REQUEST, "header repeated");
            return;
        }
        SessionState session = headers.sessionId() == null ? null : sessions.open(exchange, headers.sessionId());
        if (headers.sessionId() != null && session == null) {
            refuse(exchange, StatusCodes.NOT_FOUND, "unknown session");
            return;
        }
        String negotiated = session == null ? null : session.protocolVersion();
        switch (EraResolver.resolve(headers, message, negotiated)) {
            case Resolution.Legacy(var call) -> legacy.serve(exchange, call, session, body);
            case Resolution.Modern(var call) -> modern.serve(exchange, call, body);
            case Resolution.Refused(Refusal refusal)
            when refusal.code() == JsonRpcCode.UNSUPPORTED_VERSION && headers.protocolVersion() != null ->
                versions.answer(exchange, refusal, headers.protocolVersion().strip());
            case Resolution.Refused(Refusal refusal) -> answer(exchange, refusal);
        }
    }

    static void answer(McpExchange exchange, Refusal refusal) {
        exchange.audit(Verdict.DENIED, refusal.auditReason());
        Replies.json(
                exchange.http(),
                refusal.status(),
                ByteBuffer.wrap(JsonRpcError.of(refusal).body()));
    }

    private void refuse(McpExchange exchange, int status, String reason) {
        exchange.audit(Verdict.DENIED, reason);
        Replies.empty(exchange.http(), status);
    }
}
