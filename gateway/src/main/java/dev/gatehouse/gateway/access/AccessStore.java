package dev.gatehouse.gateway.access;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.serviceaccount.ServiceAccountIssuer;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.access.TrustedIssuer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the configuration that this process enforces, and whose ServiceAccount tokens count: one reference, swapped as a whole. Readers take
 * {@link #current()} without waiting; writers follow one another.
 */
public final class AccessStore {

    private static final Logger LOG = LoggerFactory.getLogger(AccessStore.class);

    private final Clock clock;
    private final AtomicReference<@Nullable AccessSnapshot> current = new AtomicReference<>();
    private final List<SnapshotListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean withheld;
    private AccessConfig published = AccessConfig.EMPTY;
    private @Nullable ServiceAccountIssuer issuer;

    public AccessStore(Clock clock) {
        this.clock = clock;
    }

    /** Absent until the first configuration, and while it is withheld: not ready, refuse everything. */
    public @Nullable AccessSnapshot current() {
        return withheld ? null : current.get();
    }

    /** The last configuration, withheld or not; absent until the first. For whoever keeps it up to date. */
    public @Nullable AccessSnapshot enforced() {
        return current.get();
    }

    /** What is open is judged by: the current configuration, or while it is withheld one that knows nobody. */
    public @Nullable AccessSnapshot judging() {
        AccessSnapshot enforced = current.get();
        return enforced != null && withheld ? enforced.ofNobody() : enforced;
    }

    /** True: nothing may be decided by the configuration any more, as nobody knows whether it still holds. */
    public void withhold(boolean value) {
        if (withheld != value) {
            withheld = value;
            LOG.atWarn()
                    .log(value ? "The configuration is too old to be trusted" : "The configuration is confirmed again");
        }
    }

    /** Hears of swaps from the next one on. */
    public void subscribe(SnapshotListener listener) {
        listeners.add(listener);
    }

    /**
     * Makes {@code next} what is enforced. The same state once more is no swap.
     *
     * @throws IllegalStateException if {@code next} is not sound; what is enforced stays
     */
    public synchronized void publish(AccessConfig next) {
        AccessSnapshot before = current.get();
        if (before == null) {
            AccessDelta all = AccessDelta.between(AccessConfig.EMPTY, next);
            swap(null, AccessSnapshot.first(next, all, clock.instant(), issuer), all);
        } else if (!before.digest().equals(next.digest())) {
            AccessDelta delta = AccessDelta.between(known(before), next);
            swap(before, before.after(delta, clock.instant()), delta);
        }
        published = next;
    }

    /**
     * Makes what is enforced into what {@code delta} leads to.
     *
     * @throws IllegalStateException if it starts from another state than the one enforced, or its parts do not lead to
     *     the state that it announces; what is enforced stays, and the sender has to send the whole
     */
    public synchronized void apply(AccessDelta delta) {
        AccessSnapshot before = current.get();
        if (before == null) {
            throw new IllegalStateException("a delta needs a configuration to start from, and there is none yet");
        }
        swap(before, before.after(delta, clock.instant()), delta);
    }

    /**
     * Makes {@code next} the one issuer whose ServiceAccount tokens count, from the next request on; null: nobody. It
     * swaps as a configuration does, so that what was opened with a token of a withdrawn key ends.
     *
     * @throws IllegalArgumentException if its key set cannot be read; whoever was trusted is still
     */
    public synchronized void trust(@Nullable TrustedIssuer next) {
        if (Objects.equals(next, issuer == null ? null : issuer.declared())) {
            return;
        }
        issuer = next == null ? null : ServiceAccountIssuer.of(next);
        AccessSnapshot before = current.get();
        if (before != null) {
            StateDigest same = before.digest();
            var nothing = new AccessDelta(null, List.of(), Set.of(), List.of(), Set.of(), same, same);
            swap(before, before.trusting(issuer), nothing);
        }
    }

    /** The state that is enforced, as a list: the one published last, unless deltas have moved on from it. */
    private AccessConfig known(AccessSnapshot snapshot) {
        return published.digest().equals(snapshot.digest()) ? published : snapshot.toConfig();
    }

    private void swap(@Nullable AccessSnapshot before, AccessSnapshot after, AccessDelta delta) {
        current.set(after);
        for (SnapshotListener listener : listeners) {
            tell(listener, before, after, delta);
        }
    }

    private static void tell(
            SnapshotListener listener, @Nullable AccessSnapshot before, AccessSnapshot after, AccessDelta delta) {
        try {
            listener.swapped(before, after, delta);
        } catch (RuntimeException | Error e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue(LogKeys.LISTENER, listener.getClass().getName())
                    .addKeyValue(LogKeys.CONFIG_VERSION, after.version())
                    .log("A listener failed; the configuration is in force all the same");
        }
    }
}
