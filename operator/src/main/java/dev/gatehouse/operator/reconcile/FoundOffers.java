package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.link.DiscoveredServer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What gateways have found servers to offer, the last word of any of them. Thread-safe. */
public final class FoundOffers {

    private final Map<ServerId, DiscoveredServer> byServer = new ConcurrentHashMap<>();

    /** Those of which something else was found than before. */
    public Set<ServerId> note(List<DiscoveredServer> told) {
        var news = new HashSet<ServerId>();
        for (DiscoveredServer server : told) {
            DiscoveredServer known = byServer.get(server.server());
            boolean outdated = known != null && known.generation() > server.generation();
            DiscoveredServer found = known == null ? server : server.completedBy(known);
            if (!outdated && !found.equals(known)) {
                byServer.put(server.server(), found);
                news.add(server.server());
            }
        }
        return news;
    }

    public @Nullable DiscoveredServer of(ServerId server) {
        return byServer.get(server);
    }

    public void forget(ServerId server) {
        byServer.remove(server);
    }
}
