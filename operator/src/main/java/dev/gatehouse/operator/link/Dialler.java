package dev.gatehouse.operator.link;

import dev.gatehouse.model.access.StateDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has dialled.
 *
 * @param name as it calls itself; one that dials again under its name takes the place of its older stream
 * @param have the state that it enforces already, from an earlier link
 * @param seen the greatest version that any operator has brought it; 0: none
 * @param certificateEnds when its certificate is no longer good, and this stream with it
 */
record Dialler(
        String name, String softwareVersion, @Nullable StateDigest have, long seen, Instant certificateEnds) {}
