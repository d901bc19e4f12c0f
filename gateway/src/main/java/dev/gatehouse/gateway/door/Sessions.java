package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.relay.Request;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.gateway.session.SessionState;
import org.jspecify.annotations.Nullable;

/** Opens the session that a request names. Whatever is not a live session of this caller on this endpoint is nothing. */
record Sessions(SessionSealer sealer) {

    @Nullable
    SessionState open(Request request, @Nullable String id) {
        return id == null
                ? null
                : sealer.open(
                        id,
                        request.caller().principal(),
                        request.endpoint().path(),
                        request.caller().snapshot().gateway().sessions().idleTimeout());
    }
}
