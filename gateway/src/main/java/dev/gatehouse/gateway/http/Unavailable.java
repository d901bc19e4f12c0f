package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Outcome;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.upstream.lane.UpstreamFailure;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client hears when it may use a server that gives no answer. Neither address nor cause leaves the gateway. */
final class Unavailable {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

    private Unavailable() {}

    private record Failed(String label) implements Outcome {}

    static Outcome outcome(UpstreamFailure failure) {
        return new Failed("upstream " + failure.name().toLowerCase(Locale.ROOT));
    }

    static void answer(McpExchange exchange, @Nullable RequestId id, String reason) {
        Entry entry = exchange.entry();
        LOG.atWarn()
                .addKeyValue(LogKeys.SERVER, entry.server())
                .addKeyValue(LogKeys.METHOD, entry.method())
                .addKeyValue(LogKeys.REASON, reason)
                .log("An upstream gave no usable answer");
        entry.ends(new Failed("upstream " + reason));
        var http = exchange.http();
        if (http.isResponseStarted() || http.isComplete()) {
            http.setPersistent(false).endExchange();
            return;
        }
        var error = JsonRpcError.of(id, JsonRpcCode.INTERNAL_ERROR, "The server is unavailable");
        Replies.json(http, StatusCodes.OK, ByteBuffer.wrap(error.body()));
    }
}
