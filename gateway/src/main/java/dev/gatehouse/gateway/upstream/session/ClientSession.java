package dev.gatehouse.gateway.upstream.session;

import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.model.access.PrincipalKey;

/** Which session of a client something belongs to. */
record ClientSession(PrincipalKey principal, String uid, long nonce) {

    static ClientSession of(SessionState state) {
        return new ClientSession(state.principal(), state.uid(), state.nonce());
    }

    static ClientSession of(Leg.Key key) {
        return new ClientSession(key.principal(), key.uid(), key.nonce());
    }
}
