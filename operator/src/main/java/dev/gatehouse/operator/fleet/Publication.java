package dev.gatehouse.operator.fleet;

import dev.gatehouse.model.access.AccessConfig;

/**
 * A configuration under the version by which gateways acknowledge it.
 *
 * @param version only grows, also over restarts and leaders: it begins at the milliseconds since 1970 of the process's
 *     start and counts up
 */
public record Publication(long version, AccessConfig config) {}
