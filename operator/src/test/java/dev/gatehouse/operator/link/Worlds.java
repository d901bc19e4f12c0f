package dev.gatehouse.operator.link;

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
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.Timeouts;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Configurations for tests: clients whose token is {@link #token} of their name. */
final class Worlds {

    static final String CREDENTIAL = "upstream-credential-of-the-tests";

    private Worlds() {}

    static AccessConfig of(String... clients) {
        return of(McpGatewaySpec.defaults(), clients);
    }

    static AccessConfig of(McpGatewaySpec gateway, String... clients) {
        List<Principal> principals =
                Arrays.stream(clients).sorted().map(Worlds::client).toList();
        return AccessConfig.of(gateway, List.of(server()), principals);
    }

    /** Clients called {@code c000000} and so on. */
    static AccessConfig crowd(int size) {
        List<Principal> principals = IntStream.range(0, size)
                .mapToObj(Worlds::numbered)
                .map(Worlds::client)
                .toList();
        return AccessConfig.of(McpGatewaySpec.defaults(), List.of(server()), principals);
    }

    static String numbered(int number) {
        return "c%06d".formatted(number);
    }

    static String token(String client) {
        return "gth_token-of-" + client + "-0123456789abcdef0123456789";
    }

    private static Principal client(String name) {
        var grant = new TokenGrant(TokenDigest.ofToken(token(name)), "current", null, null);
        var key = new PrincipalKey(PrincipalKind.CLIENT, "team-a", name);
        return new Principal(key, "uid-" + name, 1, null, List.of(grant), List.of(), Grants.NONE, null);
    }

    private static UpstreamServer server() {
        return new UpstreamServer(
                new ServerId("platform", "weather"),
                "weather",
                "uid-weather",
                1,
                URI.create("http://127.0.0.1:9/mcp"),
                McpServerSpec.Transport.STREAMABLE_HTTP,
                McpServerSpec.Protocol.AUTO,
                List.of(new UpstreamServer.Header("authorization", SecretValue.of(CREDENTIAL))),
                null,
                Timeouts.DEFAULT);
    }
}
