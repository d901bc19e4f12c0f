package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.Timeouts;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configurations for tests. */
final class Configs {

    private Configs() {}

    static AccessConfig of(Principal... principals) {
        return of(List.of(), Arrays.asList(principals));
    }

    static AccessConfig of(List<UpstreamServer> servers, List<Principal> principals) {
        List<Principal> sorted =
                principals.stream().sorted(Comparator.comparing(Principal::key)).toList();
        return AccessConfig.of(McpGatewaySpec.defaults(), servers, sorted);
    }

    static PrincipalKey clientKey(String name) {
        return new PrincipalKey(PrincipalKind.CLIENT, "team-a", name);
    }

    static Principal client(String name, String... tokens) {
        return principal(
                PrincipalKind.CLIENT,
                name,
                Arrays.stream(tokens).map(Configs::grant).toList());
    }

    static Principal principal(PrincipalKind kind, String name, List<TokenGrant> tokens) {
        return new Principal(new PrincipalKey(kind, "team-a", name), "uid-" + name, 1, null, tokens, Grants.NONE, null);
    }

    static TokenGrant grant(String token) {
        return grant(token, null, null);
    }

    static TokenGrant grant(String token, @Nullable Instant notBefore, @Nullable Instant expiresAt) {
        return new TokenGrant(TokenDigest.ofToken(token), "current", notBefore, expiresAt);
    }

    static UpstreamServer server(String name, String key) {
        return new UpstreamServer(
                new ServerId("team-a", name),
                key,
                "uid-" + name,
                1,
                URI.create("http://127.0.0.1:1/mcp"),
                McpServerSpec.Transport.STREAMABLE_HTTP,
                McpServerSpec.Protocol.AUTO,
                List.of(),
                null,
                Timeouts.DEFAULT);
    }
}
