package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.McpGatewaySpec;
import java.util.List;

/**
 * A whole compiled configuration: everything that a gateway needs to decide, and no client token. Sorted and immutable,
 * so that equal worlds give equal configurations with equal {@link #digest() digests}.
 *
 * @param servers sorted by id; keys are unique
 * @param principals sorted by key; digests of tokens are unique over all of them
 * @param digest of the canonical wire form
 */
public record AccessConfig(
        McpGatewaySpec gateway, List<UpstreamServer> servers, List<Principal> principals, StateDigest digest) {}
