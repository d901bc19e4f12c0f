package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.IssuedSecret;
import dev.gatehouse.model.resource.IssuedToken;
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
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random world that somebody edits: objects of every kind come, go and change, as a whole or in one field, and so do the
 * values outside of it. What is not edited keeps its instance. Seeded: the same seed, the same edits.
 */
final class RandomEdits {

    private static final List<ExternalRef> EXTERNALS =
            List.of(new ExternalRef.Env("TOKEN"), new ExternalRef.Env("OTHER"), new ExternalRef.File("token.txt"));

    private final Random random;
    private final RandomWorlds worlds;
    private final Map<ResourceKey, Resource> objects;
    private final Map<ExternalRef, SecretValue> externals = new HashMap<>();

    RandomEdits(long seed) {
        this.random = new Random(~seed);
        this.worlds = new RandomWorlds(seed);
        this.objects = worlds.world();
    }

    World world() {
        return World.of(objects.values(), externals);
    }

    /** Makes one change, or several at once. */
    void edit() {
        for (int i = random.nextInt(4); i >= 0; i--) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> put(worlds.resource());
                case 3, 4 -> objects.remove(any().key());
                case 5 -> externalValue();
                case 6 -> issuedSecret();
                default -> put(changed(any()));
            }
        }
    }

    private Resource any() {
        if (objects.isEmpty()) {
            put(worlds.resource());
        }
        return worlds.pick(List.copyOf(objects.values()));
    }

    private void put(Resource resource) {
        objects.put(resource.key(), resource);
    }

    private void externalValue() {
        ExternalRef ref = worlds.pick(EXTERNALS);
        if (externals.remove(ref) == null || random.nextBoolean()) {
            externals.put(ref, token());
        }
    }

    private SecretValue token() {
        return SecretValue.of("0123456789abcdef" + random.nextInt(3));
    }

    /** As the operator lays one out for some client, often with a mistake. */
    private void issuedSecret() {
        List<Resource> clients =
                objects.values().stream().filter(McpClient.class::isInstance).toList();
        String owner = clients.isEmpty() ? "nobody" : worlds.pick(clients).uid();
        var data = new LinkedHashMap<String, SecretValue>();
        data.put(IssuedSecret.TOKEN, token());
        data.put(
                IssuedSecret.NEXT,
                SecretValue.of(Integer.toHexString(random.nextInt(16)).repeat(64)));
        var labels = Map.of(Secret.LABEL, "true", IssuedSecret.ISSUED_FOR, owner);
        String namespace = worlds.pick(List.of("a", "b", "c"));
        put(new Secret(new ObjectMeta("secret-" + random.nextInt(2), namespace, null, 1, null, labels), data));
    }

    /** The same object with one thing about it changed, or nothing but its instance. */
    private Resource changed(Resource resource) {
        ObjectMeta meta = next(resource.metadata());
        return switch (resource) {
            case McpServer server -> new McpServer(meta, changed(server.spec()));
            case McpAllowList list ->
                new McpAllowList(
                        meta,
                        new McpAllowListSpec(
                                "changed",
                                random.nextBoolean() ? list.spec().rules() : List.of(),
                                list.spec().allowedNamespaces()));
            case McpClient client -> new McpClient(meta, changed(client.spec()));
            case McpUser user -> new McpUser(meta, changed(user.spec()));
            case McpGateway gateway ->
                new McpGateway(
                        meta,
                        new McpGatewaySpec(
                                gateway.spec().publicUrl(),
                                List.of("https://a.example"),
                                null,
                                null,
                                null,
                                null,
                                null));
            case Secret secret -> new Secret(meta, random.nextBoolean() ? secret.data() : Map.of("token", token()));
            case Namespace _ -> new Namespace(meta);
        };
    }

    private ObjectMeta next(ObjectMeta meta) {
        Map<String, String> labels = switch (random.nextInt(6)) {
            case 0 -> Map.of();
            case 1 -> Map.of("tier", "x");
            case 2 -> Map.of(Secret.LABEL, "true");
            default -> meta.labels();
        };
        return new ObjectMeta(
                meta.name(),
                meta.namespace(),
                meta.uid(),
                meta.generation() + random.nextInt(2),
                meta.creationTimestamp(),
                labels);
    }

    private McpServerSpec changed(McpServerSpec spec) {
        boolean address = random.nextBoolean();
        return new McpServerSpec(
                address ? "https://other.example.com/mcp" : spec.url(),
                null,
                spec.transport(),
                spec.protocol(),
                address ? spec.exposeAs() : worlds.pick(List.of("s", "key", "other")),
                spec.auth(),
                spec.tls(),
                spec.timeouts(),
                spec.allowedNamespaces(),
                random.nextInt(4) == 0);
    }

    private McpClientSpec changed(McpClientSpec spec) {
        return new McpClientSpec(
                spec.description(),
                tokens(spec.tokens()),
                issue(),
                spec.serviceAccounts(),
                random.nextInt(3) == 0 ? List.of() : spec.allow(),
                spec.allowListRefs(),
                random.nextBoolean() ? null : new ClientLimits(1 + random.nextInt(2), null),
                random.nextInt(4) == 0);
    }

    private McpUserSpec changed(McpUserSpec spec) {
        return new McpUserSpec(
                "changed",
                null,
                worlds.pick(List.of(Role.values())),
                tokens(spec.tokens()),
                issue(),
                spec.allow(),
                spec.allowListRefs(),
                null,
                random.nextInt(4) == 0);
    }

    private IssuedToken issue() {
        return new IssuedToken("secret-" + random.nextInt(3), null, null);
    }

    /** One more, which comes from outside where there is one. */
    private List<TokenSource> tokens(List<TokenSource> known) {
        var tokens = new ArrayList<>(random.nextBoolean() ? known : List.<TokenSource>of());
        if (random.nextBoolean()) {
            tokens.add(
                    switch (worlds.pick(EXTERNALS)) {
                        case ExternalRef.Env(String name) ->
                            new TokenSource("outside", null, null, null, name, null, null);
                        case ExternalRef.File(String path) ->
                            new TokenSource("outside", null, null, path, null, null, null);
                    });
        }
        return tokens;
    }
}
