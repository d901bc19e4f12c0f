package dev.gatehouse.gateway.upstream.session;

import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One upstream session of one client session, from the attempt to open it. Equal only to itself. */
final class Leg {

    /** @param nonce of the client session */
    record Key(PrincipalKey principal, String uid, long nonce, ServerId server) {
        static Key of(SessionState state, ServerId server) {
            return new Key(state.principal(), state.uid(), state.nonce(), server);
        }
    }

    private static final Initialization NOT_YET = UpstreamFailure.of(FailureCause.TIMEOUT);

    private final UpstreamServer server;
    private final CompletableFuture<Initialization> opening = new CompletableFuture<>();
    private volatile Instant lastUsed;

    Leg(UpstreamServer server, Instant now) {
        this.server = server;
        this.lastUsed = now;
    }

    UpstreamServer server() {
        return server;
    }

    CompletableFuture<Initialization> opening() {
        return opening;
    }

    /** The session for use now, or null while it is not open. */
    @Nullable
    UpstreamSession session(Instant now) {
        if (opening.getNow(NOT_YET) instanceof Initialization.Initialized opened) {
            lastUsed = now;
            return opened.session();
        }
        return null;
    }

    boolean isIdleSince(Instant time) {
        return lastUsed.isBefore(time);
    }
}
