package dev.gatehouse.gateway.source.link;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the operator last confirmed that what is enforced here is what it wants, and what follows when that is too long ago.
 * Thread-safe.
 */
public final class Freshness {

    private final AccessStore store;
    private final Clock clock;
    private volatile @Nullable Instant confirmedAt;
    private volatile boolean connected;

    Freshness(AccessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Since the last confirmation; empty before the first. */
    public Optional<Duration> age() {
        Instant confirmed = confirmedAt;
        return confirmed == null ? Optional.empty() : Optional.of(Duration.between(confirmed, clock.instant()));
    }

    /** Whether a link stands. */
    public boolean isConnected() {
        return connected;
    }

    /** Withholds the configuration when it is older than it allows itself to be. To be called regularly. */
    public void judge() {
        AccessSnapshot enforced = store.enforced();
        Duration denyAfter =
                enforced == null ? null : enforced.gateway().staleness().denyAfter();
        boolean stale = denyAfter != null
                && age().map(age -> age.compareTo(denyAfter) > 0).orElse(false);
        store.withhold(stale);
    }

    void confirmed() {
        confirmedAt = clock.instant();
        store.withhold(false);
    }

    void connected(boolean value) {
        connected = value;
    }
}
