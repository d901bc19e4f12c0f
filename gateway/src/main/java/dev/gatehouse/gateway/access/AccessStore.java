package dev.gatehouse.gateway.access;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.resource.McpGatewaySpec;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the configuration that this process enforces: one reference, swapped as a whole. Readers take
 * {@link #current()} without waiting; writers follow one another.
 */
public final class AccessStore {

    private static final Logger LOG = LoggerFactory.getLogger(AccessStore.class);
    private static final AccessConfig NOTHING =
            new AccessConfig(McpGatewaySpec.defaults(), List.of(), List.of(), new StateDigest(0, 0, 0, 0));

    private final Clock clock;
    private final AtomicReference<@Nullable AccessSnapshot> current = new AtomicReference<>();
    private final List<SnapshotListener> listeners = new CopyOnWriteArrayList<>();
    private AccessConfig published = NOTHING;

    public AccessStore(Clock clock) {
        this.clock = clock;
    }

    /** Absent until the first configuration: not ready, refuse everything. */
    public @Nullable AccessSnapshot current() {
        return current.get();
    }

    /** Hears of swaps from the next one on. */
    public void subscribe(SnapshotListener listener) {
        listeners.add(listener);
    }

    /** Makes {@code next} what is enforced. The same state once more is no swap. */
    public synchronized void publish(AccessConfig next) {
        AccessSnapshot before = current.get();
        if (before == null || !before.digest().equals(next.digest())) {
            swap(before, Difference.between(published, next));
        }
        published = next;
    }

    private void swap(@Nullable AccessSnapshot before, AccessDelta delta) {
        AccessSnapshot after =
                before == null ? AccessSnapshot.first(delta, clock.instant()) : before.after(delta, clock.instant());
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
