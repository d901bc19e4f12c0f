package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.mcp.Era;

/**
 * Everything that a plan is made from, but for what is known of upstreams.
 *
 * @param inSession whether it belongs to a session of this caller at this endpoint
 */
public record Question(Caller caller, Endpoint endpoint, Era era, Operation operation, boolean inSession) {}
