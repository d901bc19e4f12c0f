package dev.gatehouse.model.resource.status;

import java.util.List;

/** What the statuses of all kinds have in common. */
public sealed interface ObservedStatus
        permits McpServerStatus, McpAllowListStatus, McpClientStatus, McpUserStatus, McpGatewayStatus {

    /** The generation of the spec that was judged. */
    long observedGeneration();

    /** At most one of each type. */
    List<Condition> conditions();

    /** Sentences on what works and deserves a look. */
    List<String> warnings();
}
