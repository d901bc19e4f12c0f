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
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.Timeouts;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects that go wrong in a chosen way. */
final class SpoiltObjects {

    private static final TokenSource NAMELESS = new TokenSource("", null, "a".repeat(64), null, null, null, null);
    private static final TokenSource TOKEN = new TokenSource("t", null, "b".repeat(64), null, null, null, null);

    private SpoiltObjects() {}

    /** The same object with a mistake that refuses it, and that concerns nobody who refers to it; null if none can. */
    static @Nullable Resource invalid(Resource resource) {
        ObjectMeta meta = resource.metadata();
        return switch (resource) {
            case McpServer server -> new McpServer(meta, invalid(server.spec()));
            case McpAllowList list ->
                new McpAllowList(
                        meta,
                        new McpAllowListSpec(
                                null,
                                List.of(new Rule("no name", null, null, null, null, null)),
                                list.spec().allowedNamespaces()));
            case McpClient client ->
                new McpClient(
                        meta,
                        new McpClientSpec(
                                null,
                                List.of(NAMELESS),
                                null,
                                null,
                                null,
                                null,
                                client.spec().limits(),
                                false));
            case McpUser user ->
                new McpUser(
                        meta,
                        new McpUserSpec(
                                null,
                                null,
                                user.spec().role(),
                                List.of(NAMELESS),
                                null,
                                null,
                                null,
                                user.spec().limits(),
                                false));
            case McpGateway _ -> new McpGateway(meta, new McpGatewaySpec("bad", null, null, null, null, null, null));
            case Secret _, Namespace _ -> null;
        };
    }

    private static McpServerSpec invalid(McpServerSpec spec) {
        return new McpServerSpec(
                spec.url(),
                null,
                null,
                null,
                spec.exposeAs(),
                null,
                null,
                new Timeouts(Duration.ZERO, null, null),
                spec.allowedNamespaces(),
                false);
    }

    /** An equal object that is another instance, as after a write that changed nothing. */
    static Resource copy(Resource resource) {
        return switch (resource) {
            case McpServer server -> new McpServer(server.metadata(), server.spec());
            case McpAllowList list -> new McpAllowList(list.metadata(), list.spec());
            case McpClient client -> new McpClient(client.metadata(), client.spec());
            case McpUser user -> new McpUser(user.metadata(), user.spec());
            case McpGateway gateway -> new McpGateway(gateway.metadata(), gateway.spec());
            case Secret secret -> new Secret(secret.metadata(), secret.data());
            case Namespace namespace -> new Namespace(namespace.metadata());
        };
    }

    static boolean isPrincipal(Resource resource) {
        return resource instanceof McpClient || resource instanceof McpUser;
    }

    static McpGateway gateway() {
        return new McpGateway(ObjectMeta.of("a", "gateway"), McpGatewaySpec.defaults());
    }

    /** A server and a list that permit namespaces by a selector which no reader could have read, and a client that asks for both. */
    static World worldWithASelectorWithoutOperator() {
        var poison = new AllowedNamespaces(
                AllowedNamespaces.From.SELECTOR,
                new LabelSelector(null, List.of(new LabelSelector.Requirement("tier", unread(), null))));
        return World.of(
                List.of(
                        new Namespace(ObjectMeta.of("", "b")),
                        server("poisoned", poison),
                        server("sound", new AllowedNamespaces(AllowedNamespaces.From.ALL, null)),
                        new McpAllowList(ObjectMeta.of("a", "guide"), new McpAllowListSpec(null, null, poison)),
                        new McpClient(
                                ObjectMeta.of("b", "caller"),
                                new McpClientSpec(
                                        null,
                                        List.of(TOKEN),
                                        null,
                                        null,
                                        List.of(grantOf("poisoned"), grantOf("sound")),
                                        List.of(new AllowListRef("guide", "a")),
                                        null,
                                        false))),
                Map.of());
    }

    private static Rule grantOf(String server) {
        return new Rule(server, "a", null, null, null, null);
    }

    static McpServer server(String name, AllowedNamespaces allowed) {
        return new McpServer(
                ObjectMeta.of("a", name),
                new McpServerSpec("https://a.example/mcp", null, null, null, null, null, null, null, allowed, false));
    }

    @SuppressWarnings("NullAway") // what a bug is
    private static LabelSelector.Operator unread() {
        return null;
    }
}
