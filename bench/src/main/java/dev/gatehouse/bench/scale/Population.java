package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.traffic.Token;
import dev.gatehouse.bench.traffic.WireDialect;
import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many clients, one server and ten allow-lists, of which each client uses two. Not thread-safe. */
final class Population {

    private static final String NAMESPACE = "bench";
    private static final int LISTS = 10;

    private final List<Resource> resources = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    Population(int clients) {
        resources.add(new McpServer(
                ObjectMeta.of(NAMESPACE, WireDialect.SERVER_KEY),
                new McpServerSpec("http://127.0.0.1:1/mcp", null, null, null, null, null, null, null, null, false)));
        for (int i = 0; i < LISTS; i++) {
            resources.add(allowList(i));
        }
        for (int i = 0; i < clients; i++) {
            places.add(resources.size());
            resources.add(client(i, true));
        }
    }

    World world() {
        return World.of(resources, Map.of());
    }

    /** Replaces one client by one that has its rights, or has lost them. */
    void change(int number, boolean granted) {
        resources.set(places.get(number), client(number, granted));
    }

    private static McpAllowList allowList(int number) {
        var rule =
                new Rule(WireDialect.SERVER_KEY, null, List.of("get_*", "list_*", "tool_" + number), null, null, null);
        return new McpAllowList(
                ObjectMeta.of(NAMESPACE, "list-" + number), new McpAllowListSpec(null, List.of(rule), null));
    }

    private static McpClient client(int number, boolean granted) {
        var token = new TokenSource("bench", null, Token.of(number).sha256Hex(), null, null, null, null);
        List<AllowListRef> lists = granted
                ? List.of(
                        new AllowListRef("list-" + number % LISTS, null),
                        new AllowListRef("list-" + (number + 1) % LISTS, null))
                : List.of();
        return new McpClient(
                ObjectMeta.of(NAMESPACE, "client-" + number),
                new McpClientSpec(null, List.of(token), null, List.of(), List.of(), lists, null, false));
    }
}
