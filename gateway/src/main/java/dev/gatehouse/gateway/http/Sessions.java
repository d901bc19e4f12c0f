package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.gateway.session.SessionState;
import org.jspecify.annotations.Nullable;

/** Opens the session that a request names. Whatever is not a live session of this caller on this endpoint is nothing. */
final class Sessions {

    private final SessionSealer sealer;

    Sessions(SessionSealer sealer) {
        this.sealer = sealer;
    }

    @Nullable
    SessionState open(McpExchange exchange, String id) {
        return sealer.open(
                id,
                exchange.credential().principal(),
                exchange.endpoint().path(),
                exchange.snapshot().gateway().sessions().idleTimeout());
    }

    void end(SessionState session) {
        sealer.end(session);
    }
}
