package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;

/**
 * Makes sure that a server can be asked in the modern way. Where it speaks only the revisions before, the caller is told
 * which, as such a server would tell it itself, and can go back to {@code initialize}.
 */
final class ModernEras {

    private static final String LEGACY_ONLY = Versions.LEGACY.stream()
            .map(version -> "\"" + version + "\"")
            .collect(Collectors.joining(",", "{\"supported\":[", "],\"requested\":\"" + Versions.MODERN + "\"}"));

    private final UpstreamEras eras;
    private final RareWork rare;

    ModernEras(UpstreamEras eras, RareWork rare) {
        this.eras = eras;
        this.rare = rare;
    }

    void require(McpExchange exchange, Message message, UpstreamServer server, Runnable spoken) {
        Eras known = eras.known(server);
        if (known != null) {
            judge(exchange, message, known, spoken);
        } else {
            rare.run(exchange, message.id(), () -> eras.find(server), found -> {
                switch (found) {
                    case Eras eras -> judge(exchange, message, eras, spoken);
                    case UpstreamFailure failure -> Unavailable.answer(exchange, message.id(), failure);
                }
            });
        }
    }

    private static void judge(McpExchange exchange, Message message, Eras eras, Runnable spoken) {
        if (eras.modern()) {
            spoken.run();
        } else {
            exchange.audit(Verdict.DENIED, "upstream is legacy");
            var error = new JsonRpcError(
                    message.id(), JsonRpcCode.UNSUPPORTED_VERSION, "Unsupported protocol version", LEGACY_ONLY);
            Replies.json(exchange.http(), StatusCodes.BAD_REQUEST, ByteBuffer.wrap(error.body()));
        }
    }
}
