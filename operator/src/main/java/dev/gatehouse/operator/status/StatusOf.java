package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.ObservedStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The status of one kind. */
@FunctionalInterface
public interface StatusOf<T extends ObservedStatus> {

    /**
     * @param key of an object that the situation knows
     * @param observed the status so far
     */
    Desired<T> status(Situation situation, ResourceKey key, @Nullable T observed, Instant now);
}
