package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client hears when it may use a server that gives no answer. Neither address nor cause leaves the gateway. */
final class Unavailable {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

    private Unavailable() {}

    static void answer(McpExchange exchange, @Nullable RequestId id, UpstreamFailure failure) {
        LOG.atWarn()
                .addKeyValue(LogKeys.SERVER, exchange.serverKey())
                .addKeyValue(LogKeys.METHOD, exchange.methodName())
                .addKeyValue(LogKeys.REASON, failure.cause().label())
                .addKeyValue(LogKeys.DETAIL, failure.sentence())
                .log("An upstream gave no usable answer");
        exchange.audit(Verdict.ALLOWED, failure.cause().label());
        var http = exchange.http();
        if (http.isResponseStarted() || http.isComplete()) {
            http.setPersistent(false).endExchange();
            return;
        }
        var error = JsonRpcError.of(id, JsonRpcCode.INTERNAL_ERROR, "The server is unavailable");
        Replies.json(http, StatusCodes.OK, ByteBuffer.wrap(error.body()));
    }
}
