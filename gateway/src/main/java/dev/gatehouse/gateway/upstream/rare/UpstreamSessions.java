package dev.gatehouse.gateway.upstream.rare;

import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/**
 * The upstream sessions of client sessions, where they are not in the sealed id: opened late because the upstream was
 * down or slow at {@code initialize}, or opened again because it had ended. Bounded, in memory, never shared between
 * client sessions. Thread-safe.
 */
public final class UpstreamSessions {

    /** The session to use for this server, or null when none stands yet; does not block. */
    public @Nullable UpstreamSession find(SessionState state, ServerId server) {
        return state.upstreamSessions().get(server);
    }

    /** Opens one unless one stands; concurrent callers share the attempt. Blocks. */
    public Initialization openLazily(SessionState state, UpstreamServer server) {
        return new UpstreamFailure.TimedOut();
    }

    /** Opens another one after the upstream said that {@code gone} has ended. Blocks. */
    public Initialization openAgain(SessionState state, UpstreamServer server, UpstreamSession gone) {
        return new UpstreamFailure.TimedOut();
    }

    /** The client ended its session: ends all of its upstream sessions, in the background. */
    public void end(SessionState state) {}
}
