package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Serves the modern messages that concern one thing of one server: finds it, decides, and sends it on. */
final class ModernTargets {

    private final Owners owners;
    private final UpstreamEras eras;
    private final DeclaredCapabilities capabilities;
    private final Forwarding forwarding;
    private final RareWork rare;

    ModernTargets(
            ResourceOwners owners,
            UpstreamEras eras,
            DeclaredCapabilities capabilities,
            Forwarding forwarding,
            RareWork rare) {
        this.owners = new Owners(owners, rare);
        this.eras = eras;
        this.capabilities = capabilities;
        this.forwarding = forwarding;
        this.rare = rare;
    }

    void serve(McpExchange exchange, ModernCall call, byte[] body) {
        switch (Address.of(
                exchange.snapshot(),
                exchange.endpoint(),
                call.method(),
                call.message().params())) {
            case Address.Known known -> decide(exchange, call, body, known);
            case Address.Nowhere(String name) -> hide(exchange, call, name, "unknown server");
            case Address.Unlisted(var server, var action, String own) -> {
                exchange.concerns(server.key(), own);
                hide(exchange, call, own, exchange.mayDo(action) ? "not listed" : null);
            }
            case Address.ByOwner byOwner ->
                owners.find(exchange, call.message().id(), byOwner, Era.MODERN, known -> {
                    if (known == null) {
                        hide(exchange, call, byOwner.uri(), "no owner");
                    } else {
                        decide(exchange, call, body, known);
                    }
                });
        }
    }

    private void decide(McpExchange exchange, ModernCall call, byte[] body, Address.Known known) {
        exchange.concerns(known.server().key(), known.ownName());
        if (!exchange.mayDo(known.action())) {
            hide(exchange, call, known.ownName(), null);
            return;
        }
        Eras spoken = eras.known(known.server());
        if (spoken != null) {
            send(exchange, call, body, known, spoken);
        } else {
            rare.<Found>run(
                    exchange,
                    call.message().id(),
                    () -> new Found(eras.find(known.server())),
                    found -> send(exchange, call, body, known, found.eras()));
        }
    }

    private record Found(@Nullable Eras eras) {}

    private void send(McpExchange exchange, ModernCall call, byte[] body, Address.Known known, @Nullable Eras spoken) {
        if (spoken == null) {
            Unavailable.answer(exchange, call.message().id(), "speaks no era that we know");
        } else if (!spoken.modern()) {
            hide(exchange, call, known.ownName(), "upstream is legacy");
        } else {
            SplicedBody renamed =
                    known.rename() == null ? SplicedBody.unchanged() : SplicedBody.of(known.rename(), known.ownName());
            byte[] canonical = capabilities.trim(renamed, call, body).apply(body);
            String mirrored = call.method() == Method.COMPLETION_COMPLETE ? null : known.ownName();
            forwarding.modern(
                    exchange,
                    known,
                    ModernHeads.post(call, mirrored),
                    canonical,
                    call.message().id());
        }
    }

    private static void hide(McpExchange exchange, ModernCall call, String name, @Nullable String reason) {
        exchange.concerns(null, name);
        if (reason == null) {
            exchange.audit(Verdict.DENIED);
        } else {
            exchange.audit(Verdict.DENIED, reason);
        }
        var asked = call.message().params().name();
        var error = Hidden.error(call.method(), Era.MODERN, call.message().id(), asked == null ? name : asked.value());
        Replies.json(exchange.http(), StatusCodes.OK, ByteBuffer.wrap(error.body()));
    }
}
