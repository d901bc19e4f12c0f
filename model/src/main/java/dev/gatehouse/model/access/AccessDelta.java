package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.McpGatewaySpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two configurations: applied to the first it gives the second, whose digest it carries as proof.
 *
 * @param gateway the new settings; absent: unchanged
 */
public record AccessDelta(
        @Nullable McpGatewaySpec gateway,
        List<UpstreamServer> putServers,
        Set<ServerId> removedServers,
        List<Principal> putPrincipals,
        Set<PrincipalKey> removedPrincipals,
        StateDigest from,
        StateDigest to) {}
