package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.source.FindingsSource;
import dev.gatehouse.gateway.source.SourceFinding;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What callers on the aggregate do not see although they may: servers that speak another era than their others, and items
 * that cannot be told apart there. Looked for when somebody asks, among what is known; asks no server. Thread-safe.
 */
public final class AggregateFindings implements FindingsSource {

    private final Catalogues catalogues;
    private final Supplier<@Nullable AccessSnapshot> configuration;

    public AggregateFindings(Catalogues catalogues, Supplier<@Nullable AccessSnapshot> configuration) {
        this.catalogues = catalogues;
        this.configuration = configuration;
    }

    @Override
    public List<SourceFinding> findings() {
        AccessSnapshot snapshot = configuration.get();
        if (snapshot == null) {
            return List.of();
        }
        List<SourceFinding> findings = new ArrayList<>();
        UnseenServers.of(snapshot, catalogues::erasOf)
                .forEach((server, named) -> findings.add(finding(server, otherEra(server, named))));
        List<Catalogue> known = Offers.known(catalogues, snapshot.servers()).catalogues();
        known.forEach(catalogue -> leftOut(catalogue, findings));
        known.forEach(catalogue -> shared(catalogue, known, findings));
        return findings;
    }

    private static String otherEra(UpstreamServer server, Era named) {
        String speaks = switch (named) {
            case MODERN -> "It speaks only 2025-11-25 and earlier, so callers of 2026-07-28 on /mcp do not see it";
            case LEGACY -> "It speaks only 2026-07-28, so callers of 2025-11-25 and earlier on /mcp do not see it";
        };
        return speaks + " beside their other servers; they reach it at " + path(server) + ".";
    }

    private static void leftOut(Catalogue catalogue, List<SourceFinding> findings) {
        for (ListKind kind : ListKind.values()) {
            Listing listing = catalogue.listing(kind);
            if (listing != null && listing.dropped() > 0) {
                findings.add(finding(
                        catalogue.server(),
                        "Of its " + kind.member() + ", /mcp leaves out "
                                + ShownNames.text(listing.leftOut(), listing.dropped())
                                + ": each needs a name of its own" + characters(kind) + "; at "
                                + path(catalogue.server()) + " they are as the server has them."));
            }
        }
    }

    private static String characters(ListKind kind) {
        return kind == ListKind.TOOLS ? " of 1 to 128 letters, digits, \"_\", \"-\" and \".\"" : "";
    }

    private static void shared(Catalogue catalogue, List<Catalogue> known, List<SourceFinding> findings) {
        for (ListKind kind : List.of(ListKind.RESOURCES, ListKind.TEMPLATES)) {
            var shared = SharedUris.of(catalogue, known, kind);
            if (shared.count() > 0) {
                findings.add(finding(
                        catalogue.server(),
                        "Of its " + kind.member() + ", " + ShownNames.text(shared.examples(), shared.count())
                                + " also belong to " + String.join(", ", shared.owners())
                                + ", so callers on /mcp who may read them at more than one server get them from none; at "
                                + path(catalogue.server()) + " they get this server's."));
            }
        }
    }

    private static String path(UpstreamServer server) {
        return "/servers/" + server.key() + "/mcp";
    }

    private static SourceFinding finding(UpstreamServer server, String message) {
        var key = new ResourceKey(
                Kind.MCP_SERVER, server.id().namespace(), server.id().name());
        return new SourceFinding(false, key, Reason.WARNING.text(), "", message, null, 0);
    }
}
