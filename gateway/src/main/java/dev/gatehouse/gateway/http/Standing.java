package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Whether something that was allowed when it began still is: for what is open while the configuration changes. */
final class Standing {

    private final Credential credential;
    private final @Nullable Action action;
    private final Clock clock;
    private Grants seen;

    private Standing(Credential credential, @Nullable Action action, Clock clock) {
        this.credential = credential;
        this.action = action;
        this.clock = clock;
        this.seen = credential.principal().grants();
    }

    /** Of a call: it stands while that one action is allowed. */
    static Standing ofCall(McpExchange exchange, Action action, Clock clock) {
        return new Standing(exchange.credential(), action, clock);
    }

    /** Of a stream or list: it stands while nothing has been taken from the caller. */
    static Standing ofView(McpExchange exchange, Clock clock) {
        return new Standing(exchange.credential(), null, clock);
    }

    /** Whether the token that it came with still authenticates the same principal. */
    boolean isKnown(AccessSnapshot now) {
        Credential current = now.current(credential);
        return current != null
                && current.principal().key().equals(credential.principal().key())
                && current.principal().uid().equals(credential.principal().uid())
                && current.token().isValidAt(clock.instant());
    }

    /** Whether the rights that it needs are still there, if its token is. */
    boolean isAllowed(AccessSnapshot now) {
        Credential current = now.current(credential);
        if (current == null) {
            return false;
        }
        Grants grants = current.principal().grants();
        return action == null
                ? isSeen(grants) || grants.covers(seen)
                : now.server(action.server()) != null
                        && Decider.decide(grants, action).isAllowed();
    }

    /** Whether the caller may do more than when this was last asked. */
    boolean hasGrown(AccessSnapshot now) {
        Credential current = now.current(credential);
        if (current == null || isSeen(current.principal().grants())) {
            return false;
        }
        boolean grown = !current.principal().grants().equals(seen);
        seen = current.principal().grants();
        return grown;
    }

    /** By identity, which a swap keeps for rights that have not changed, so that judging thousands of streams is cheap. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isSeen(Grants grants) {
        return grants == seen;
    }
}
