package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A world and what gateways would enforce of it, found by name. A principal's rights count if it may authenticate; a server
 * that is suspended or refused gives nothing, whatever the rules say.
 */
public final class AccessView {

    private final World world;
    private final AccessConfig config;
    private final Set<ResourceKey> invalid;
    private final SortedMap<PrincipalKey, Principal> principals = new TreeMap<>();
    private final SortedMap<ServerId, UpstreamServer> served = new TreeMap<>();
    private final SortedMap<ServerId, McpServer> declared = new TreeMap<>();
    private final Map<PrincipalKey, DeclaredIdentity> identities = new HashMap<>();

    /**
     * Takes the translation of {@code world}.
     *
     * @param invalid the objects that the translation refused
     */
    public AccessView(World world, AccessConfig config, Set<ResourceKey> invalid) {
        this.world = world;
        this.config = config;
        this.invalid = Set.copyOf(invalid);
        config.principals().forEach(principal -> principals.put(principal.key(), principal));
        config.servers().forEach(server -> served.put(server.id(), server));
        world.servers().forEach(server -> declared.put(idOf(server), server));
        world.clients().forEach(client -> put(PrincipalKind.CLIENT, DeclaredIdentity.of(client)));
        world.users().forEach(user -> put(PrincipalKind.USER, DeclaredIdentity.of(user)));
    }

    private void put(PrincipalKind kind, DeclaredIdentity identity) {
        identities.put(
                new PrincipalKey(
                        kind, identity.object().namespace(), identity.object().name()),
                identity);
    }

    public World world() {
        return world;
    }

    /** Sorted by key. */
    public Collection<Principal> principals() {
        return Collections.unmodifiableCollection(principals.values());
    }

    public Optional<Principal> principal(PrincipalKey key) {
        return Optional.ofNullable(principals.get(key));
    }

    /** The servers that calls can reach, sorted by id. */
    public SortedMap<ServerId, UpstreamServer> served() {
        return Collections.unmodifiableSortedMap(served);
    }

    /** The declared server that is, or would be, exposed under {@code key}; one that is served before one that is not. */
    public Optional<McpServer> declaredAs(String key) {
        Optional<UpstreamServer> inForce = config.servers().stream()
                .filter(server -> server.key().equals(key))
                .findFirst();
        if (inForce.isPresent()) {
            return Optional.ofNullable(declared.get(inForce.get().id()));
        }
        return declared.values().stream()
                .filter(server -> keyOf(server).equals(key))
                .findFirst();
    }

    public Standing standing(PrincipalKey key) {
        DeclaredIdentity identity = identities.get(key);
        Principal principal = principals.get(key);
        if (identity == null || principal == null) {
            return Standing.ABSENT;
        }
        if (identity.suspended()) {
            return Standing.SUSPENDED;
        }
        if (invalid.contains(identity.object())) {
            return Standing.REFUSED;
        }
        return principal.tokens().isEmpty() ? Standing.WITHOUT_TOKEN : Standing.ACTIVE;
    }

    /**
     * The rights that count. Those of a principal whose tokens cannot be used here count as well, if it declares any: the
     * same manifests may stand where they can be.
     */
    public Grants effective(PrincipalKey key) {
        Principal principal = principals.get(key);
        boolean counts = switch (standing(key)) {
            case ABSENT, REFUSED, SUSPENDED -> false;
            case WITHOUT_TOKEN ->
                identity(key).map(DeclaredIdentity::declaresToken).orElse(false);
            case ACTIVE -> true;
        };
        return principal == null || !counts ? Grants.NONE : principal.grants();
    }

    public Optional<DeclaredIdentity> identity(PrincipalKey key) {
        return Optional.ofNullable(identities.get(key));
    }

    static String keyOf(McpServer server) {
        @Nullable String exposeAs = server.spec().exposeAs();
        return exposeAs == null ? server.metadata().name() : exposeAs;
    }

    static ServerId idOf(McpServer server) {
        return new ServerId(server.metadata().namespace(), server.metadata().name());
    }
}
