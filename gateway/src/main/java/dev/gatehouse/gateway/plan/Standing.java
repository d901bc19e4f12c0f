package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Grants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether something that was allowed when it began still is: for what is open while the configuration changes, on both
 * planes. Remembers the rights that it last saw, so it belongs to one thread at a time.
 */
public final class Standing {

    private final Credential credential;
    private final @Nullable Action action;
    private Grants seen;

    /** What a configuration says of something that is open. */
    public enum State {
        STANDS,
        /** The token does not authenticate the same principal any more. */
        TOKEN_GONE,
        /** What it needs is not allowed any more. */
        RIGHT_GONE
    }

    private Standing(Credential credential, @Nullable Action action) {
        this.credential = credential;
        this.action = action;
        this.seen = credential.principal().grants();
    }

    /** Of a call: it stands while that one action is allowed. */
    public static Standing ofCall(Credential credential, Action action) {
        return new Standing(credential, action);
    }

    /** Of a stream or list: it stands while nothing has been taken from the caller. */
    public static Standing ofView(Credential credential) {
        return new Standing(credential, null);
    }

    public State in(AccessSnapshot now, Instant at) {
        Credential current = now.current(credential);
        if (current == null
                || !current.principal().key().equals(credential.principal().key())
                || !current.principal().uid().equals(credential.principal().uid())
                || !current.token().isValidAt(at)) {
            return State.TOKEN_GONE;
        }
        return isAllowed(now, current.principal().grants()) ? State.STANDS : State.RIGHT_GONE;
    }

    /** Whether the caller may do something else than when this was last asked. */
    public boolean hasGrown(AccessSnapshot now) {
        Credential current = now.current(credential);
        if (current == null || isSeen(current.principal().grants())) {
            return false;
        }
        boolean grown = !current.principal().grants().equals(seen);
        seen = current.principal().grants();
        return grown;
    }

    private boolean isAllowed(AccessSnapshot now, Grants grants) {
        return action == null
                ? isSeen(grants) || grants.covers(seen)
                : now.server(action.server()) != null
                        && Sight.decide(grants, action).isAllowed();
    }

    /** By identity, which a swap keeps for rights that have not changed, so that judging thousands of streams is cheap. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isSeen(Grants grants) {
        return grants == seen;
    }
}
