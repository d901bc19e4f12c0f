package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@link EraClaim} of each caller, kept while neither rights nor servers nor what is known of them change. Thread-safe,
 * without a lock: each request of 2026-07-28 on the aggregate looks here.
 */
public final class EraClaims {

    /** Beyond so many sets of rights all are made anew. */
    private static final int MAX_ENTRIES = 16_384;

    private record Kept(List<UpstreamServer> servers, long generation, EraClaim claim) {

        @SuppressWarnings("ReferenceEquality") // equal lists in another instance only cost a look at each server
        boolean holds(List<UpstreamServer> current, long currentGeneration) {
            return servers == current && generation == currentGeneration;
        }
    }

    private final Catalogues catalogues;
    private final UnseenLog log = new UnseenLog();
    private final Map<SameGrants, Kept> kept = new ConcurrentHashMap<>();

    EraClaims(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * The claim as it is known now, or null where a server was not asked yet and is worth waiting for. Does not block.
     *
     * @param servers all servers of the configuration, as the access snapshot's own list
     */
    public @Nullable EraClaim ready(List<UpstreamServer> servers, Grants grants) {
        long generation = catalogues.generation();
        Kept known = kept.get(new SameGrants(grants));
        if (known != null && known.holds(servers, generation)) {
            return known.claim();
        }
        List<UpstreamServer> visible = Visible.servers(servers, grants);
        return catalogues.mayLearnErasOf(visible) ? null : made(servers, visible, grants, generation);
    }

    /** As {@link #ready}, but waits for servers that were not asked before, at most a second for all. */
    public EraClaim find(List<UpstreamServer> servers, Grants grants) {
        return find(servers, grants, new Patience());
    }

    EraClaim find(List<UpstreamServer> servers, Grants grants, Patience patience) {
        EraClaim ready = ready(servers, grants);
        if (ready != null) {
            return ready;
        }
        List<UpstreamServer> visible = Visible.servers(servers, grants);
        catalogues.learnErasOf(visible, patience);
        return made(servers, visible, grants, catalogues.generation());
    }

    private EraClaim made(List<UpstreamServer> servers, List<UpstreamServer> visible, Grants grants, long generation) {
        EraClaim claim = EraClaim.of(visible, catalogues::erasOf);
        if (claim.known() == visible.size() || !catalogues.mayLearnErasOf(visible)) {
            keep(grants, new Kept(servers, generation, claim));
        }
        if (claim.named().size() == 1) {
            Era named = claim.names(Era.MODERN) ? Era.MODERN : Era.LEGACY;
            log.unseen(named, claim.unseenIn(named));
        }
        return claim;
    }

    private void keep(Grants grants, Kept claim) {
        if (kept.size() >= MAX_ENTRIES) {
            kept.clear();
        }
        kept.put(new SameGrants(grants), claim);
    }

    /** These are the servers from now on. */
    void retain(Collection<UpstreamServer> servers) {
        log.retain(servers);
    }
}
