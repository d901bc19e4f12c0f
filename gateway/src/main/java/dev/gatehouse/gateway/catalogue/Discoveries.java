package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.link.DiscoveredServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the upstreams offer, for whoever has to be told of each change once. A server that speaks both eras is described as it
 * is in the modern one: its definitions may differ between them, and that is no change. Thread-safe.
 */
public final class Discoveries implements CatalogueListener {

    /** @param server as it was configured then */
    private record Described(UpstreamServer server, DiscoveredServer found) {}

    private final Map<ServerId, Map<Era, Described>> byEra = new HashMap<>();
    private final Map<ServerId, DiscoveredServer> known = new HashMap<>();
    private final Set<ServerId> untold = new LinkedHashSet<>();
    private @Nullable Set<UpstreamServer> configured;

    @Override
    public synchronized void changed(@Nullable Catalogue before, Catalogue after) {
        UpstreamServer server = after.server();
        if (configured != null && !configured.contains(server)) {
            return; // asked before the configuration changed
        }
        Map<Era, Described> eras = byEra.computeIfAbsent(server.id(), _ -> new EnumMap<>(Era.class));
        eras.merge(
                after.era(),
                new Described(server, described(after)),
                (earlier, now) -> new Described(server, now.found().completedBy(earlier.found())));
        note(server.id(), eras);
    }

    @Override
    public synchronized void gone(UpstreamServer server, Era era) {
        Map<Era, Described> eras = byEra.getOrDefault(server.id(), Map.of());
        if (!eras.isEmpty() && eras.remove(era) != null) {
            note(server.id(), eras);
        }
    }

    /** Null while nothing was found. */
    public synchronized @Nullable OfferedNames namesOf(ServerId server) {
        DiscoveredServer found = known.get(server);
        return found == null ? null : found.names();
    }

    /** Takes at most so many that were not taken since they changed. */
    public synchronized List<DiscoveredServer> take(int most) {
        var taken = new ArrayList<DiscoveredServer>();
        for (var ids = untold.iterator(); ids.hasNext() && taken.size() < most; ) {
            DiscoveredServer found = known.get(ids.next());
            ids.remove();
            if (found != null) {
                taken.add(found);
            }
        }
        return taken;
    }

    /** Everything counts as untold again. */
    public synchronized void startOver() {
        untold.addAll(known.keySet());
    }

    /** These are the servers from now on: forgets all that are not configured any more, or not like this. */
    public synchronized void retain(Collection<UpstreamServer> servers) {
        Set<UpstreamServer> kept = Set.copyOf(servers);
        configured = kept;
        byEra.values().forEach(eras -> eras.values().removeIf(described -> !kept.contains(described.server())));
        byEra.values().removeIf(Map::isEmpty);
        known.keySet().retainAll(byEra.keySet());
        untold.retainAll(byEra.keySet());
    }

    /** A server that offers nothing in any era has changed when it offers something again. */
    private void note(ServerId server, Map<Era, Described> eras) {
        Described described = eras.containsKey(Era.MODERN) ? eras.get(Era.MODERN) : eras.get(Era.LEGACY);
        if (described != null && !described.found().equals(known.put(server, described.found()))) {
            untold.add(server);
        }
    }

    private static DiscoveredServer described(Catalogue catalogue) {
        Map<String, String> digests = new TreeMap<>();
        Listing tools = catalogue.listing(ListKind.TOOLS);
        if (tools != null) {
            tools.items().stream()
                    .limit(DiscoveredServer.MAX_TOOL_DIGESTS)
                    .forEach(tool -> digests.put(tool.identity(), tool.digest()));
        }
        return new DiscoveredServer(
                catalogue.server().id(),
                catalogue.server().generation(),
                catalogue.introduction().protocol(),
                count(tools),
                count(catalogue.listing(ListKind.PROMPTS)),
                count(catalogue.listing(ListKind.RESOURCES)),
                digests,
                new OfferedNames(
                        names(catalogue, ListKind.TOOLS),
                        names(catalogue, ListKind.PROMPTS),
                        names(catalogue, ListKind.RESOURCES),
                        names(catalogue, ListKind.TEMPLATES)));
    }

    /** Where a server does not offer a list, or some of it was left out, the rest says nothing of what a rule may match. */
    private static ListedNames names(Catalogue catalogue, ListKind kind) {
        Listing listing = catalogue.listing(kind);
        if (listing == null) {
            return ListedNames.UNKNOWN;
        }
        boolean whole = catalogue.introduction().offers(kind.capability()) && listing.dropped() == 0;
        return whole ? ListedNames.of(listing.identities()) : ListedNames.PARTIAL;
    }

    private static int count(@Nullable Listing listing) {
        return listing == null ? 0 : listing.items().size();
    }
}
