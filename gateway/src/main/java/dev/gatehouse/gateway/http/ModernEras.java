package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.EraClaim;
import dev.gatehouse.gateway.catalogue.EraClaims;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.UnsupportedVersion;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a server, or the aggregate for this caller, can be asked in the modern way. Where only the revisions before
 * are spoken, the caller is told which, as such a server would tell it itself, and can go back to {@code initialize}.
 */
final class ModernEras {

    private final UpstreamEras eras;
    private final EraClaims claims;
    private final RareWork rare;

    ModernEras(UpstreamEras eras, EraClaims claims, RareWork rare) {
        this.eras = eras;
        this.claims = claims;
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

    /** Of the aggregate: what the caller may see must show something in this era. */
    void requireAny(McpExchange exchange, Message message, Runnable spoken) {
        var servers = exchange.snapshot().servers();
        EraClaim ready = claims.ready(servers, exchange.grants());
        if (ready != null) {
            judge(exchange, message, ready, spoken);
        } else {
            rare.run(
                    exchange,
                    message.id(),
                    () -> claims.find(servers, exchange.grants()),
                    claim -> judge(exchange, message, claim, spoken));
        }
    }

    private record Found(@Nullable Eras eras) {}

    private static void judge(McpExchange exchange, Message message, EraClaim claim, Runnable spoken) {
        if (claim.serves(Era.MODERN)) {
            spoken.run();
        } else {
            refuse(exchange, message, claim.versions());
        }
    }

    private static void judge(McpExchange exchange, Message message, @Nullable Eras eras, Runnable spoken) {
        if (eras == null) {
            Unavailable.answer(exchange, message.id(), "speaks no era that we know");
        } else if (eras.modern()) {
            spoken.run();
        } else {
            refuse(exchange, message, Versions.LEGACY);
        }
    }

    static void refuse(McpExchange exchange, Message message, List<String> supported) {
        exchange.audit(Verdict.DENIED, "upstream is legacy");
        var error = UnsupportedVersion.ofModern(supported).to(message.id());
        Replies.json(exchange.http(), UnsupportedVersion.STATUS, ByteBuffer.wrap(error.body()));
    }
}
