package dev.gatehouse.gateway.session;

import dev.gatehouse.model.access.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns sessions into ids that only a gateway with the same keys can read, and back. Thread-safe; opening takes 1-2 µs. */
public final class SessionSealer {

    /** The longest id, in characters. */
    public static final int MAX_LENGTH = Seal.MAX_LENGTH;

    private static final byte[] NO_CONTEXT = {};

    private final Seal seal;
    private final Clock clock;
    private final EndedSessions ended = new EndedSessions();
    private final OpenedSessions opened = new OpenedSessions();

    public SessionSealer(SessionKeys keys, SecureRandom random, Clock clock) {
        this.seal = new Seal(keys, random, "gatehouse session");
        this.clock = clock;
    }

    /** Sessions sealed under a key that is among {@code next} live on; all others are over. */
    public void replace(SessionKeys next) {
        seal.replace(next);
        opened.clear();
    }

    /**
     * @return visible ASCII
     * @throws IllegalArgumentException when the id would exceed {@link #MAX_LENGTH}; see {@link #fits}
     */
    public String seal(SessionState state) {
        byte[] form = SessionForm.write(state);
        if (Seal.sealedLength(form.length) > MAX_LENGTH) {
            throw new IllegalArgumentException("a session with "
                    + state.upstreamSessions().size() + " upstream sessions does not fit into its id");
        }
        return seal.seal(form, NO_CONTEXT);
    }

    /** Whether the state can be sealed within {@link #MAX_LENGTH}. */
    public static boolean fits(SessionState state) {
        return Seal.sealedLength(SessionForm.write(state).length) <= MAX_LENGTH;
    }

    /**
     * @param maxAge the gateway's {@code sessions.idleTimeout}, counted from issue
     * @return null for whatever is not a live session of this caller on this endpoint: foreign, tampered with, ended, too old,
     *     too long, another principal's. All of them are one 404.
     */
    public @Nullable SessionState open(String id, Principal caller, String endpoint, Duration maxAge) {
        SessionState state = opened(id);
        boolean usable = state != null
                && state.belongsTo(caller, endpoint)
                && state.isLiveAt(clock.instant(), maxAge)
                && !ended.contains(state.nonce());
        return usable ? state : null;
    }

    private @Nullable SessionState opened(String id) {
        SessionState known = opened.find(id);
        if (known != null) {
            return known;
        }
        byte[] form = seal.open(id, NO_CONTEXT);
        SessionState state = form == null ? null : SessionForm.read(form);
        if (state != null) {
            opened.keep(id, state);
        }
        return state;
    }

    /** The client ended its session: its id no longer opens, in this process. */
    public void end(SessionState state) {
        ended.add(state.nonce());
    }
}
