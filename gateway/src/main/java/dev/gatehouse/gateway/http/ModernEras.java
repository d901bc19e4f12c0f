package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            rare.<Found>run(
                    exchange,
                    message.id(),
                    () -> new Found(eras.find(server)),
                    found -> judge(exchange, message, found.eras(), spoken));
        }
    }

    private record Found(@Nullable Eras eras) {}

    private static void judge(McpExchange exchange, Message message, @Nullable Eras eras, Runnable spoken) {
        if (eras == null) {
            Unavailable.answer(exchange, message.id(), "speaks no era that we know");
        } else if (eras.modern()) {
            spoken.run();
        } else {
            exchange.refused(Grounds.SERVER_OF_OTHER_ERA);
            var error = new JsonRpcError(
                    message.id(), JsonRpcCode.UNSUPPORTED_VERSION, "Unsupported protocol version", LEGACY_ONLY);
            Replies.json(exchange.http(), StatusCodes.BAD_REQUEST, ByteBuffer.wrap(error.body()));
        }
    }
}
