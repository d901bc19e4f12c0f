package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.catalogue.CatalogueItem;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/** A tool or prompt by the name that the aggregate gives it, {@code key__name}, taken apart. */
record AggregateName(UpstreamServer server, String own) {

    /** Null: there is no such server. */
    static @Nullable AggregateName of(AccessSnapshot snapshot, String name) {
        int end = name.indexOf(CatalogueItem.SEPARATOR);
        UpstreamServer server = end <= 0 ? null : snapshot.serverByKey(name.substring(0, end));
        return server == null
                ? null
                : new AggregateName(server, name.substring(end + CatalogueItem.SEPARATOR.length()));
    }

    /** As above, of what the lists of the aggregate may show. */
    static @Nullable AggregateName listable(AccessSnapshot snapshot, ListKind kind, String name) {
        AggregateName found = of(snapshot, name);
        return found == null || !CatalogueItem.isAcceptable(kind, found.own()) ? null : found;
    }

    static String join(UpstreamServer server, String own) {
        return server.key() + CatalogueItem.SEPARATOR + own;
    }
}
