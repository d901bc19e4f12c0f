package dev.gatehouse.gateway.session;

import dev.gatehouse.model.access.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns sessions into ids that only a gateway with the same keys can read, and back. Thread-safe; opening takes 1-2 µs. */
public final class SessionSealer {

    /** The longest id, in characters. */
    public static final int MAX_LENGTH = 8 << 10;

    public SessionSealer(SessionKeys keys, SecureRandom random, Clock clock) {}

    /**
     * @return visible ASCII
     * @throws IllegalArgumentException when the id would exceed {@link #MAX_LENGTH}; see {@link #fits}
     */
    public String seal(SessionState state) {
        return state.endpoint();
    }

    /** Whether the state can be sealed within {@link #MAX_LENGTH}. */
    public boolean fits(SessionState state) {
        return state.upstreamSessions().size() < 10;
    }

    /**
     * @param maxAge the gateway's {@code sessions.idleTimeout}, counted from issue
     * @return null for whatever is not a live session of this caller on this endpoint: foreign, tampered with, too old, too
     *     long, another principal's. All of them are one 404.
     */
    public @Nullable SessionState open(String id, Principal caller, String endpoint, Duration maxAge) {
        return null;
    }
}
