package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What some servers have, each asked in an era that it speaks, the modern one first: for callers who speak no MCP
 * themselves. Shows what an aggregate of one era would, by the same decisions and the same rule of ownership.
 *
 * @param servers that were asked, in the order of their keys
 * @param catalogues of those that answered
 */
public record Offers(List<UpstreamServer> servers, List<Catalogue> catalogues) {

    public Offers {
        servers = List.copyOf(servers);
        catalogues = List.copyOf(catalogues);
    }

    /** Of the servers that the grants show; waits for them as the aggregate's lists do. */
    public static Offers visible(Catalogues catalogues, Collection<UpstreamServer> servers, Grants grants) {
        return of(catalogues, Visible.servers(servers, grants));
    }

    /** Of all these servers, in the order of their keys; waits for them as the aggregate's lists do. */
    public static Offers of(Catalogues catalogues, List<UpstreamServer> servers) {
        var patience = new Patience();
        List<Catalogue> found = new ArrayList<>(
                catalogues.snapshot(servers, Era.MODERN, patience).catalogues());
        List<UpstreamServer> rest = without(servers, found);
        found.addAll(catalogues.snapshot(rest, Era.LEGACY, patience).catalogues());
        return new Offers(servers, found);
    }

    /** What is known of these servers; asks nobody. */
    public static Offers known(Catalogues catalogues, List<UpstreamServer> servers) {
        List<Catalogue> found = new ArrayList<>();
        for (UpstreamServer server : servers) {
            Stream.of(Era.MODERN, Era.LEGACY)
                    .map(era -> catalogues.known(server, era))
                    .filter(catalogue -> catalogue != null)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return new Offers(servers, found);
    }

    /** What the grants allow, sorted by the server's key and then as the server sorts it. */
    public List<Offer> allowed(ListKind kind, Grants grants) {
        var owners = new Holders(catalogues, grants);
        List<Offer> allowed = new ArrayList<>();
        for (UpstreamServer server : servers) {
            Catalogue catalogue = catalogue(server);
            Listing listing = catalogue == null ? null : catalogue.listing(kind);
            if (listing != null) {
                listing.items().stream()
                        .filter(item -> isAllowed(kind, server, item, grants) && isReachable(kind, item, owners))
                        .forEach(item -> allowed.add(new Offer(server, item)));
            }
        }
        return allowed;
    }

    /** The same by server; one that nothing is allowed of is absent. */
    public Map<ServerId, List<CatalogueItem>> allowedByServer(ListKind kind, Grants grants) {
        return allowed(kind, grants).stream()
                .collect(Collectors.groupingBy(
                        offer -> offer.server().id(), Collectors.mapping(Offer::item, Collectors.toList())));
    }

    /** Whose a resource is. */
    public Ownership owner(String uri, Grants grants) {
        return new Holders(catalogues, grants).ofResource(uri);
    }

    /** Null: it gave no usable answer. */
    public @Nullable Catalogue catalogue(UpstreamServer server) {
        for (Catalogue catalogue : catalogues) {
            if (catalogue.server().equals(server)) {
                return catalogue;
            }
        }
        return null;
    }

    /** The servers whose list of this kind is not there, in the order of their keys. */
    public List<UpstreamServer> lacking(ListKind kind) {
        return servers.stream()
                .filter(server -> {
                    Catalogue catalogue = catalogue(server);
                    return catalogue == null || catalogue.listing(kind) == null;
                })
                .toList();
    }

    private static boolean isAllowed(ListKind kind, UpstreamServer server, CatalogueItem item, Grants grants) {
        return Decider.decide(grants, ListActions.of(kind, server.id(), item.identity()))
                .isAllowed();
    }

    private static boolean isReachable(ListKind kind, CatalogueItem item, Holders owners) {
        return switch (kind) {
            case TOOLS, PROMPTS -> true;
            case RESOURCES -> owners.ofResource(item.identity()) instanceof Ownership.Owned;
            case TEMPLATES -> owners.ofTemplate(item.identity()) instanceof Ownership.Owned;
        };
    }

    private static List<UpstreamServer> without(List<UpstreamServer> servers, List<Catalogue> found) {
        List<UpstreamServer> known = found.stream().map(Catalogue::server).toList();
        return servers.stream().filter(server -> !known.contains(server)).toList();
    }
}
