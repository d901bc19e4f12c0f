package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers that somebody may use and is not led to on the aggregate. */
final class UnseenServers {

    private final AccessSnapshot snapshot;
    private final Function<UpstreamServer, @Nullable Eras> spoken;
    private final Set<UpstreamServer> ofOneEra;
    private final Set<SameGrants> seen = new HashSet<>();
    private final Map<UpstreamServer, Era> unseen = new LinkedHashMap<>();

    private UnseenServers(AccessSnapshot snapshot, Function<UpstreamServer, @Nullable Eras> spoken) {
        this.snapshot = snapshot;
        this.spoken = spoken;
        this.ofOneEra = snapshot.servers().stream()
                .filter(server -> speaksOnly(server, Era.LEGACY) || speaksOnly(server, Era.MODERN))
                .collect(Collectors.toSet());
    }

    /** Each with the era that is named instead of its own. Looks at each set of rights once, and at none if all servers agree. */
    static Map<UpstreamServer, Era> of(AccessSnapshot snapshot, Function<UpstreamServer, @Nullable Eras> spoken) {
        var servers = new UnseenServers(snapshot, spoken);
        boolean differ = servers.ofOneEra.stream().anyMatch(server -> servers.speaksOnly(server, Era.LEGACY))
                && servers.ofOneEra.stream().anyMatch(server -> servers.speaksOnly(server, Era.MODERN));
        if (differ) {
            snapshot.forEachPrincipal(principal -> servers.look(principal.grants()));
        }
        return servers.unseen;
    }

    private void look(Grants grants) {
        if (unseen.size() < ofOneEra.size() && seen.add(new SameGrants(grants))) {
            EraClaim claim = EraClaim.of(Sight.servers(snapshot.servers(), grants), spoken);
            if (claim.named().size() == 1) {
                Era named = claim.names(Era.MODERN) ? Era.MODERN : Era.LEGACY;
                claim.unseenIn(named).forEach(server -> unseen.putIfAbsent(server, named));
            }
        }
    }

    private boolean speaksOnly(UpstreamServer server, Era era) {
        Eras eras = spoken.apply(server);
        return eras != null && eras.speaks(era) && !eras.speaks(era == Era.LEGACY ? Era.MODERN : Era.LEGACY);
    }
}
