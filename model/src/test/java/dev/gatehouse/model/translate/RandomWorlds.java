package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.LabelSelector;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.McpUserSpec;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.ServiceAccountRef;
import dev.gatehouse.model.resource.TokenSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes small worlds in which everything that can go wrong does so now and then. Seeded: the same seed, the same world. */
public final class RandomWorlds {

    public static final List<String> NAMES = List.of("get_a", "get_b", "list_a", "delete", "get_secret");
    public static final List<String> URIS =
            List.of("repo://a/x", "repo://a/x?y", "repo://a/../x", "repo://b/x", "repo://a/x%3Ay", "repo://a/x:y");
    private static final List<String> NAMESPACES = List.of("a", "b", "c");
    private static final List<String> SERVERS = List.of("s", "t", "u");
    private static final List<String> PATTERNS = List.of("*", "get_*", "*_a", "get_a", "delete", "get_secret*", "");
    private static final List<String> URI_PATTERNS =
            List.of("*", "repo://a/*", "repo://a/x", "repo://a/../x", "repo://a/x%3Ay");

    private final Random random;

    public RandomWorlds(long seed) {
        this.random = new Random(seed);
    }

    public Map<ResourceKey, Resource> world() {
        var world = new LinkedHashMap<ResourceKey, Resource>();
        int objects = 8 + random.nextInt(20);
        for (int i = 0; i < objects; i++) {
            Resource resource = resource();
            world.put(resource.key(), resource);
        }
        return world;
    }

    public Resource resource() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new McpServer(meta(pick(SERVERS)), server());
            case 2, 3 ->
                new McpAllowList(
                        meta("list-" + random.nextInt(2)), new McpAllowListSpec(null, rules(), allowedNamespaces()));
            case 4, 5, 6, 7 -> new McpClient(meta("client-" + random.nextInt(3)), client());
            case 8 -> new McpUser(meta("user-" + random.nextInt(2)), user());
            case 9 -> new Namespace(new ObjectMeta(pick(NAMESPACES), "", null, 1, null, labels()));
            case 10 ->
                new Secret(
                        meta("secret-" + random.nextInt(2), rarely() ? Map.of() : Map.of(Secret.LABEL, "true")),
                        Map.of("token", SecretValue.of(rarely() ? "weak" : "0123456789abcdef" + random.nextInt(3))));
            default ->
                new McpGateway(
                        meta("gateway-" + random.nextInt(2)),
                        new McpGatewaySpec(rarely() ? "bad" : null, List.of(), List.of(), null, null, null, null));
        };
    }

    private McpServerSpec server() {
        return new McpServerSpec(
                rarely() ? "nonsense" : "https://" + pick(SERVERS) + ".example.com/mcp",
                null,
                null,
                null,
                random.nextBoolean() ? null : pick(List.of("s", "key", "bad__key")),
                null,
                null,
                null,
                allowedNamespaces(),
                rarely());
    }

    private McpClientSpec client() {
        return new McpClientSpec(
                null,
                tokens(),
                null,
                serviceAccounts(),
                random.nextBoolean() ? rules() : List.of(),
                refs(),
                null,
                rarely());
    }

    private List<ServiceAccountRef> serviceAccounts() {
        return random.nextInt(3) != 0 ? List.of() : times(2, () -> new ServiceAccountRef("agent-" + random.nextInt(3)));
    }

    private McpUserSpec user() {
        return new McpUserSpec(null, null, Role.USER, tokens(), null, rules(), refs(), null, rarely());
    }

    private List<TokenSource> tokens() {
        var tokens = new ArrayList<TokenSource>();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean secret = random.nextBoolean();
            tokens.add(new TokenSource(
                    "t" + i,
                    secret ? new SecretKeyRef("secret-" + random.nextInt(3), null) : null,
                    secret ? null : Integer.toHexString(random.nextInt(10)).repeat(64),
                    null,
                    null,
                    null,
                    null));
        }
        return tokens;
    }

    private List<Rule> rules() {
        return times(
                3,
                () -> new Rule(
                        rarely() ? "*" : rarely() ? "nowhere" : pick(SERVERS),
                        random.nextBoolean() ? null : pick(NAMESPACES),
                        random.nextInt(3) == 0 ? null : patterns(PATTERNS),
                        random.nextInt(3) != 0 ? null : patterns(PATTERNS),
                        random.nextInt(3) != 0 ? null : patterns(URI_PATTERNS),
                        random.nextInt(3) != 0
                                ? null
                                : new Rule.Exceptions(patterns(PATTERNS), List.of(), patterns(URI_PATTERNS))));
    }

    private List<String> patterns(List<String> from) {
        return times(3, () -> {
            String pattern = pick(from);
            return pattern.isEmpty() && random.nextInt(8) != 0 ? "get_b" : pattern;
        });
    }

    private List<AllowListRef> refs() {
        return times(
                3, () -> new AllowListRef("list-" + random.nextInt(3), random.nextBoolean() ? null : pick(NAMESPACES)));
    }

    private @Nullable AllowedNamespaces allowedNamespaces() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new AllowedNamespaces(AllowedNamespaces.From.ALL, null);
            case 2 ->
                new AllowedNamespaces(AllowedNamespaces.From.SELECTOR, new LabelSelector(Map.of("tier", "x"), null));
            default ->
                new AllowedNamespaces(
                        AllowedNamespaces.From.SELECTOR,
                        new LabelSelector(
                                null,
                                List.of(new LabelSelector.Requirement(
                                        "tier", LabelSelector.Operator.NOT_IN, List.of("x")))));
        };
    }

    private Map<String, String> labels() {
        return random.nextBoolean() ? Map.of("tier", "x") : Map.of();
    }

    private ObjectMeta meta(String name) {
        return meta(name, Map.of());
    }

    private ObjectMeta meta(String name, Map<String, String> labels) {
        Instant created = random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(3));
        return new ObjectMeta(name, pick(NAMESPACES), null, 1, created, labels);
    }

    private boolean rarely() {
        return random.nextInt(6) == 0;
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> List<T> times(int bound, Supplier<T> one) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(bound); i >= 0; i--) {
            list.add(one.get());
        }
        return list;
    }
}
