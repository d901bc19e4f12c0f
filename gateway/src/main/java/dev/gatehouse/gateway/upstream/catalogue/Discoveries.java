package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.link.DiscoveredServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the upstreams offer, for whoever has to be told of each change once. Thread-safe. */
public final class Discoveries implements CatalogueListener {

    private final Map<ServerId, DiscoveredServer> known = new HashMap<>();
    private final Set<ServerId> untold = new LinkedHashSet<>();

    @Override
    public synchronized void changed(@Nullable Catalogue before, Catalogue after) {
        DiscoveredServer found = described(after);
        if (!found.equals(known.put(found.server(), found))) {
            untold.add(found.server());
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
        known.keySet().retainAll(servers);
        untold.retainAll(servers);
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
                catalogue.era().name().toLowerCase(Locale.ROOT),
                count(tools),
                count(catalogue.listing(ListKind.PROMPTS)),
                count(catalogue.listing(ListKind.RESOURCES)),
                digests);
    }

    private static int count(@Nullable Listing listing) {
        return listing == null ? 0 : listing.items().size();
    }
}
