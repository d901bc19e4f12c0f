package dev.gatehouse.operator.world;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The world as it is now. An object that is the same as before, whatever its watch repeats, keeps its instance, so that a
 * translation costs what has changed. Not thread-safe.
 */
public final class LiveWorld {

    private final Shelf<McpServer> servers = new Shelf<>(McpServer.class);
    private final Shelf<McpAllowList> allowLists = new Shelf<>(McpAllowList.class);
    private final Shelf<McpClient> clients = new Shelf<>(McpClient.class);
    private final Shelf<McpUser> users = new Shelf<>(McpUser.class);
    private final Shelf<McpGateway> gateways = new Shelf<>(McpGateway.class);
    private final Shelf<Secret> secrets = new Shelf<>(Secret.class);
    private final Shelf<Namespace> namespaces = new Shelf<>(Namespace.class);
    private final TreeMap<ResourceKey, Change.Refused> refused = new TreeMap<>();
    private Map<ResourceKey, Secret> unlabelled = Map.of();
    private @Nullable World world;

    /** The objects that are no longer what they were. */
    public Set<ResourceKey> apply(List<Change> changes) {
        var touched = new HashSet<ResourceKey>();
        var byKind = new EnumMap<Kind, Map<ResourceKey, @Nullable Resource>>(Kind.class);
        for (Change change : changes) {
            ResourceKey key = change.key();
            if (!sameRefusal(change)) {
                touched.add(key);
            }
            byKind.computeIfAbsent(key.kind(), absent -> new HashMap<>())
                    .put(key, change instanceof Change.Put(Resource resource) ? resource : null);
        }
        boolean changed = false;
        for (Map.Entry<Kind, Map<ResourceKey, @Nullable Resource>> entry : byKind.entrySet()) {
            List<ResourceKey> real = shelf(entry.getKey()).apply(entry.getValue());
            touched.addAll(real);
            changed |= !real.isEmpty();
        }
        if (changed) {
            world = null;
        }
        return touched;
    }

    /**
     * Takes Secrets without a label, of which no watch tells. A watched one of the same name counts for more. Gives the keys
     * that are no longer what they were.
     */
    public Set<ResourceKey> setUnlabelled(Map<ResourceKey, Secret> known) {
        if (known.equals(unlabelled)) {
            return Set.of();
        }
        var touched = new HashSet<>(known.keySet());
        touched.addAll(unlabelled.keySet());
        unlabelled = Map.copyOf(known);
        world = null;
        return touched;
    }

    /** The same instance until something changes. */
    public World world() {
        World present = world;
        if (present == null) {
            present = new World(
                    servers.sorted(),
                    allowLists.sorted(),
                    clients.sorted(),
                    users.sorted(),
                    gateways.sorted(),
                    allSecrets(),
                    namespaces.sorted(),
                    Map.of());
            world = present;
        }
        return present;
    }

    /** What is there and cannot be read, by key. */
    public Map<ResourceKey, Change.Refused> refused() {
        return Map.copyOf(refused);
    }

    private List<Secret> allSecrets() {
        List<Secret> more = unlabelled.values().stream()
                .filter(secret -> secrets.find(secret.key()) == null)
                .toList();
        if (more.isEmpty()) {
            return secrets.sorted();
        }
        var all = new ArrayList<>(secrets.sorted());
        all.addAll(more);
        all.sort(Resource.BY_KEY);
        return all;
    }

    /** Remembers or forgets a refusal; whether that leaves things as they were. */
    private boolean sameRefusal(Change change) {
        return change instanceof Change.Refused now
                ? now.equals(refused.put(now.key(), now))
                : refused.remove(change.key()) == null;
    }

    private Shelf<?> shelf(Kind kind) {
        return switch (kind) {
            case MCP_SERVER -> servers;
            case MCP_ALLOW_LIST -> allowLists;
            case MCP_CLIENT -> clients;
            case MCP_USER -> users;
            case MCP_GATEWAY -> gateways;
            case SECRET -> secrets;
            case NAMESPACE -> namespaces;
        };
    }
}
