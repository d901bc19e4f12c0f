package dev.gatehouse.operator.publish;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.operator.world.Change;
import dev.gatehouse.operator.world.Change.Incarnation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One world and what it came to.
 *
 * @param version under which {@code config} was published
 * @param findings sorted by resource, those on objects that cannot be read among them
 * @param refused the objects that cannot be read
 */
public record Published(
        long version,
        World world,
        AccessConfig config,
        List<Finding> findings,
        Map<ResourceKey, Change.Refused> refused) {

    static final Published NOTHING =
            new Published(0, World.of(List.of(), Map.of()), AccessConfig.EMPTY, List.of(), Map.of());

    public Published {
        findings = List.copyOf(findings);
        refused = Map.copyOf(refused);
    }

    public List<? extends Finding> findingsOn(ResourceKey key) {
        return SortedLookup.all(findings, key, Finding::resource);
    }

    public Optional<Principal> principal(PrincipalKey key) {
        return first(SortedLookup.all(config.principals(), key, Principal::key));
    }

    public Optional<UpstreamServer> server(ServerId id) {
        return first(SortedLookup.all(config.servers(), id, UpstreamServer::id));
    }

    public Optional<Resource> resource(ResourceKey key) {
        return first(SortedLookup.all(shelf(key), key, Resource::key));
    }

    /** Which state of the object was judged; empty if none was. */
    public Optional<Incarnation> incarnation(ResourceKey key) {
        Change.Refused refusal = refused.get(key);
        return refusal != null
                ? Optional.of(refusal.incarnation())
                : resource(key).map(Incarnation::of);
    }

    private static <T> Optional<T> first(List<? extends T> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private List<? extends Resource> shelf(ResourceKey key) {
        return switch (key.kind()) {
            case MCP_SERVER -> world.servers();
            case MCP_ALLOW_LIST -> world.allowLists();
            case MCP_CLIENT -> world.clients();
            case MCP_USER -> world.users();
            case MCP_GATEWAY -> world.gateways();
            case SECRET -> world.secrets();
            case NAMESPACE -> world.namespaces();
        };
    }
}
