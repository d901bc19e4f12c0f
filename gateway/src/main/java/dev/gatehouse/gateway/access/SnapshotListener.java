package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.AccessDelta;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every swap, after it: {@code after} is already what new requests see. Called in the publishing thread, one
 * swap at a time and in order, so it must be quick. An exception is logged and stops neither the swap nor the others.
 */
@FunctionalInterface
public interface SnapshotListener {

    /** {@code before} is absent at the first configuration; {@code delta} then holds everything. */
    void swapped(@Nullable AccessSnapshot before, AccessSnapshot after, AccessDelta delta);
}
