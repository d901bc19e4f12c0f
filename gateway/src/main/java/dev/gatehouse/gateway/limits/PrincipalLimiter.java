package dev.gatehouse.gateway.limits;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.SnapshotListener;
import dev.gatehouse.gateway.limits.Admission.Limit;
import dev.gatehouse.gateway.limits.Admission.Limited;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.resource.ClientLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds every principal to its limits. What was used survives a change of configuration; what a removed principal used is
 * forgotten with it, so that memory follows the principals. Thread-safe and free of locks on the request's way.
 */
public final class PrincipalLimiter implements SnapshotListener {

    private static final Admission.Admitted UNLIMITED = () -> {};

    private final Clock clock;
    private final ConcurrentHashMap<PrincipalKey, Usage> usages = new ConcurrentHashMap<>();

    public PrincipalLimiter(Clock clock) {
        this.clock = clock;
    }

    /** A limit that the principal does not set itself is the gateway's default; absent there too, there is none. */
    public Admission tryAcquire(AccessSnapshot snapshot, Principal principal) {
        ClientLimits own = principal.limits();
        ClientLimits fallback = snapshot.gateway().limits().client();
        Integer perMinute = first(
                own == null ? null : own.requestsPerMinute(), fallback == null ? null : fallback.requestsPerMinute());
        Integer concurrent =
                first(own == null ? null : own.maxConcurrent(), fallback == null ? null : fallback.maxConcurrent());
        if (perMinute == null && concurrent == null) {
            return UNLIMITED;
        }
        return acquire(usages.computeIfAbsent(principal.key(), key -> new Usage()), perMinute, concurrent);
    }

    private Admission acquire(Usage usage, @Nullable Integer perMinute, @Nullable Integer concurrent) {
        if (concurrent != null && !usage.enter(concurrent)) {
            return new Limited(Limit.MAX_CONCURRENT, Duration.ZERO);
        }
        Duration wait = perMinute == null ? Duration.ZERO : usage.spend(perMinute, clock.instant());
        if (wait.isPositive()) {
            if (concurrent != null) {
                usage.leave();
            }
            return new Limited(Limit.REQUESTS_PER_MINUTE, wait);
        }
        return concurrent == null ? UNLIMITED : new HeldPlace(usage);
    }

    @Override
    public void swapped(@Nullable AccessSnapshot before, AccessSnapshot after, AccessDelta delta) {
        delta.removedPrincipals().forEach(usages::remove);
    }

    /** How many principals have used something, for metrics and tests. */
    public int tracked() {
        return usages.size();
    }

    private static @Nullable Integer first(@Nullable Integer own, @Nullable Integer fallback) {
        return own == null ? fallback : own;
    }
}
