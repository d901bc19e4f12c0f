package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Whether what was allowed when a call began still is when its result has come: what was withdrawn meanwhile is withheld. */
final class Standing {

    private final AccessStore store;
    private final Clock clock;

    Standing(AccessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether the token still authenticates the same principal. */
    boolean isKnown(Credential credential) {
        Credential now = current(credential);
        return now != null
                && now.principal().key().equals(credential.principal().key())
                && now.principal().uid().equals(credential.principal().uid())
                && now.token().isValidAt(clock.instant());
    }

    boolean isAllowed(Credential credential, Action action) {
        AccessSnapshot snapshot = store.current();
        Credential now = current(credential);
        return snapshot != null
                && now != null
                && snapshot.server(action.server()) != null
                && Decider.decide(now.principal().grants(), action).isAllowed();
    }

    private @Nullable Credential current(Credential credential) {
        AccessSnapshot snapshot = store.current();
        return snapshot == null ? null : snapshot.credential(credential.token().digest());
    }
}
