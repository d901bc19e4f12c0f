package dev.gatehouse.operator.fleet;

import java.time.Instant;

/**
 * A connected gateway, from its first acknowledgement on.
 *
 * @param appliedVersion of the last {@link Publication} that it has confirmed to enforce, digest and all
 */
public record Replica(String name, String softwareVersion, Instant connectedSince, long appliedVersion) {}
