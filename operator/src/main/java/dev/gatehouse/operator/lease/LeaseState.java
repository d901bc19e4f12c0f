package dev.gatehouse.operator.lease;

import java.time.Duration;
import java.time.Instant;

/**
 * A {@code Lease} as it stands in the API server.
 *
 * @param holder empty when it was given back
 * @param duration how long after its last renewal nobody else may take it
 * @param acquiredAt by the holder's clock, as is {@code renewedAt}: nobody else's decisions depend on them
 * @param transitions how often the holder has changed
 * @param resourceVersion of the object that was read; a write with an older one fails
 */
public record LeaseState(
        String holder,
        Duration duration,
        Instant acquiredAt,
        Instant renewedAt,
        int transitions,
        String resourceVersion) {

    /** What the holder makes of it when it renews, and anybody else when it takes it. */
    LeaseState heldBy(String identity, Duration leaseDuration, Instant now) {
        boolean renewal = holder.equals(identity);
        return new LeaseState(
                identity,
                leaseDuration,
                renewal ? acquiredAt : now,
                now,
                renewal ? transitions : transitions + 1,
                resourceVersion);
    }

    LeaseState givenBack(Instant now) {
        return new LeaseState("", Duration.ofSeconds(1), acquiredAt, now, transitions, resourceVersion);
    }
}
