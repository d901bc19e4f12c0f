package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.LegacyCall;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.Opening;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Serves the legacy messages that concern one thing of one server: finds it, decides, and sends it on. */
final class LegacyTargets {

    private final Owners owners;
    private final UpstreamSessions sessions;
    private final Forwarding forwarding;
    private final RareWork rare;

    LegacyTargets(ResourceOwners owners, UpstreamSessions sessions, Forwarding forwarding, RareWork rare) {
        this.owners = new Owners(owners, rare);
        this.sessions = sessions;
        this.forwarding = forwarding;
        this.rare = rare;
    }

    void serve(McpExchange exchange, LegacyCall call, SessionState session, byte[] body) {
        switch (Address.of(
                exchange.snapshot(),
                exchange.endpoint(),
                call.method(),
                call.message().params())) {
            case Address.Known known -> decide(exchange, call, session, body, known);
            case Address.Nowhere(String name) -> hide(exchange, call, null, name, "unknown server");
            case Address.Unlisted(var server, var action, String own) ->
                hide(exchange, call, server.key(), own, exchange.mayDo(action) ? "not listed" : null);
            case Address.ByOwner byOwner ->
                owners.find(exchange, call.message().id(), byOwner, Era.LEGACY, known -> {
                    if (known == null) {
                        hide(exchange, call, null, byOwner.uri(), "no owner");
                    } else {
                        decide(exchange, call, session, body, known);
                    }
                });
        }
    }

    /** Passes a notification of a session with one server on to it. */
    void pass(McpExchange exchange, SessionState session, UpstreamServer server, byte[] body) {
        var known = new Address.Known(server, new Action.Server(server.id()), "", null);
        UpstreamSession upstream = sessions.find(session, server.id());
        if (upstream == null || !exchange.mayDo(known.action())) {
            exchange.audit(Verdict.DENIED, "no upstream session");
            Replies.empty(exchange.http(), StatusCodes.NOT_FOUND);
        } else {
            Runnable gone = () -> Replies.empty(exchange.http(), StatusCodes.NOT_FOUND);
            forwarding.legacy(exchange, known, LegacyHeads.post(upstream), body, null, gone);
        }
    }

    private void decide(McpExchange exchange, LegacyCall call, SessionState session, byte[] body, Address.Known known) {
        exchange.concerns(known.server().key(), known.ownName());
        if (!exchange.mayDo(known.action())) {
            hide(exchange, call, known.server().key(), known.ownName(), null);
            return;
        }
        UpstreamSession upstream = sessions.find(session, known.server().id());
        if (upstream != null) {
            send(exchange, call, session, body, known, upstream, true);
        } else {
            rare.run(
                    exchange,
                    call.message().id(),
                    () -> sessions.openLazily(session, known.server()),
                    opened -> opened(exchange, call, session, body, known, opened));
        }
    }

    private void opened(
            McpExchange exchange,
            LegacyCall call,
            SessionState session,
            byte[] body,
            Address.Known known,
            Opening opened) {
        switch (opened) {
            case Opening.Stands(UpstreamSession stands) -> send(exchange, call, session, body, known, stands, false);
            case UpstreamFailure failure ->
                Unavailable.answer(exchange, call.message().id(), failure.reason());
        }
    }

    private void send(
            McpExchange exchange,
            LegacyCall call,
            SessionState session,
            byte[] body,
            Address.Known known,
            UpstreamSession upstream,
            boolean mayReopen) {
        byte[] canonical = known.rename() == null
                ? body
                : SplicedBody.of(known.rename(), known.ownName()).apply(body);
        Runnable sessionGone = () -> {
            if (mayReopen && exchange.endpoint() instanceof Endpoint.Aggregate) {
                rare.run(
                        exchange,
                        call.message().id(),
                        () -> sessions.openAgain(session, known.server(), upstream),
                        opened -> opened(exchange, call, session, body, known, opened));
            } else {
                exchange.audit(Verdict.ALLOWED);
                Replies.empty(exchange.http(), StatusCodes.NOT_FOUND);
            }
        };
        forwarding.legacy(
                exchange,
                known,
                LegacyHeads.post(upstream),
                canonical,
                call.message().id(),
                sessionGone);
    }

    private static void hide(
            McpExchange exchange, LegacyCall call, @Nullable String key, String name, @Nullable String reason) {
        exchange.concerns(key, name);
        if (reason == null) {
            exchange.audit(Verdict.DENIED);
        } else {
            exchange.audit(Verdict.DENIED, reason);
        }
        String asked = call.message().params().name() == null
                ? name
                : call.message().params().name().value();
        var error = Hidden.error(call.method(), Era.LEGACY, call.message().id(), asked);
        Replies.json(exchange.http(), StatusCodes.OK, ByteBuffer.wrap(error.body()));
    }
}
