package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.gateway.upstream.rare.Era;
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

    private final Map<ServerId, Map<Era, DiscoveredServer>> byEra = new HashMap<>();
    private final Map<ServerId, DiscoveredServer> known = new HashMap<>();
    private final Set<ServerId> untold = new LinkedHashSet<>();

    @Override
    public synchronized void changed(@Nullable Catalogue before, Catalogue after) {
        DiscoveredServer found = described(after);
        Map<Era, DiscoveredServer> eras = byEra.computeIfAbsent(found.server(), _ -> new EnumMap<>(Era.class));
        eras.values().removeIf(other -> other.generation() != found.generation());
        eras.merge(after.era(), found, (earlier, now) -> now.completedBy(earlier));
        note(found.server(), eras);
    }

    @Override
    public synchronized void gone(UpstreamServer server, Era era) {
        Map<Era, DiscoveredServer> eras = byEra.getOrDefault(server.id(), Map.of());
        if (!eras.isEmpty() && eras.remove(era) != null) {
            note(server.id(), eras);
        }
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

    /** Forgets all other servers. */
    public synchronized void retain(Collection<ServerId> servers) {
        byEra.keySet().retainAll(servers);
        known.keySet().retainAll(servers);
        untold.retainAll(servers);
    }

    /** A server that offers nothing in any era has changed when it offers something again. */
    private void note(ServerId server, Map<Era, DiscoveredServer> eras) {
        DiscoveredServer described = eras.containsKey(Era.MODERN) ? eras.get(Era.MODERN) : eras.get(Era.LEGACY);
        if (described != null && !described.equals(known.put(server, described))) {
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
