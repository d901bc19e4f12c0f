package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The upstream servers of a configuration, by identity and by the key under which they are exposed. Few, so copied whole. */
final class ServerIndex {

    static final ServerIndex NONE = new ServerIndex(List.of());

    private final List<UpstreamServer> sorted;
    private final Map<ServerId, UpstreamServer> byId;
    private final Map<String, UpstreamServer> byKey;

    private ServerIndex(Collection<UpstreamServer> sorted) {
        this.sorted = List.copyOf(sorted);
        this.byId = sorted.stream().collect(Collectors.toUnmodifiableMap(UpstreamServer::id, Function.identity()));
        this.byKey = sorted.stream().collect(Collectors.toUnmodifiableMap(UpstreamServer::key, Function.identity()));
    }

    @Nullable
    UpstreamServer byId(ServerId id) {
        return byId.get(id);
    }

    @Nullable
    UpstreamServer byKey(String key) {
        return byKey.get(key);
    }

    /** Sorted by id. */
    List<UpstreamServer> all() {
        return sorted;
    }

    ServerIndex after(AccessDelta delta) {
        if (delta.removedServers().isEmpty() && delta.putServers().isEmpty()) {
            return this;
        }
        var next = new TreeMap<ServerId, UpstreamServer>(byId);
        delta.removedServers().forEach(next::remove);
        delta.putServers().forEach(server -> next.put(server.id(), server));
        return new ServerIndex(next.values());
    }

    /** What {@code delta} adds to the digest of the state. */
    StateDigest change(AccessDelta delta) {
        StateDigest change = StateDigest.EMPTY;
        for (ServerId id : delta.removedServers()) {
            change = change.minus(share(byId.get(id)));
        }
        for (UpstreamServer server : delta.putServers()) {
            change = change.minus(share(byId.get(server.id()))).plus(share(server));
        }
        return change;
    }

    private static StateDigest share(@Nullable UpstreamServer server) {
        return server == null ? StateDigest.EMPTY : AccessConfig.digestOf(server);
    }
}
