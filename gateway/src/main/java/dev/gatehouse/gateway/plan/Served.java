package dev.gatehouse.gateway.plan;

import java.util.List;

/**
 * Whether the aggregate has something for a caller in the caller's era.
 *
 * @param versions those in which it has, newest first
 */
public record Served(boolean here, List<String> versions) {

    public Served {
        versions = List.copyOf(versions);
    }
}
