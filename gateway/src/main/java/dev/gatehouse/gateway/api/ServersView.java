package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.catalogue.Catalogue;
import dev.gatehouse.gateway.catalogue.CatalogueItem;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.Offers;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The servers that the caller may use something of, and what it may use there; to an admin all servers. Neither address
 * nor credentials of a server are shown to anybody.
 */
final class ServersView {

    private final Catalogues catalogues;

    /** What the caller may use, by server. */
    private record Allowed(
            Map<ServerId, List<CatalogueItem>> tools,
            Map<ServerId, List<CatalogueItem>> prompts,
            Map<ServerId, List<CatalogueItem>> resources) {

        static Allowed of(Offers offers, Grants grants) {
            return new Allowed(
                    offers.allowedByServer(ListKind.TOOLS, grants),
                    offers.allowedByServer(ListKind.PROMPTS, grants),
                    offers.allowedByServer(ListKind.RESOURCES, grants));
        }

        static int count(Map<ServerId, List<CatalogueItem>> items, UpstreamServer server) {
            return items.getOrDefault(server.id(), List.of()).size();
        }
    }

    ServersView(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    RouteAnswer list(ApiRequest request) {
        List<UpstreamServer> shown = request.snapshot().servers().stream()
                .filter(server -> isShown(server, request))
                .sorted(Comparator.comparing(UpstreamServer::key))
                .toList();
        Offers offers = Offers.of(catalogues, shown);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode servers = json.putArray("servers");
        var allowed = Allowed.of(offers, request.grants());
        shown.forEach(server -> servers.add(json(server, offers, allowed)));
        return RouteAnswer.ownView(json);
    }

    RouteAnswer one(ApiRequest request) {
        String key = request.parameter("key");
        UpstreamServer server = request.snapshot().serverByKey(key);
        if (server == null || !isShown(server, request)) {
            return RouteAnswer.refused(ProblemKind.NOT_FOUND, Grounds.HIDDEN_SERVER)
                    .about(key, null);
        }
        // Whose a resource is hangs on the other servers too.
        Offers offers = Offers.visible(catalogues, request.snapshot().servers(), request.grants());
        Offers all = offers.servers().contains(server) ? offers : Offers.of(catalogues, List.of(server));
        return RouteAnswer.ownView(json(server, all, Allowed.of(all, request.grants())))
                .about(key, null);
    }

    private static boolean isShown(UpstreamServer server, ApiRequest request) {
        return request.isAdmin() || request.asker().sees(server);
    }

    private static ObjectNode json(UpstreamServer server, Offers offers, Allowed allowed) {
        Catalogue catalogue = offers.catalogue(server);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("key", server.key())
                .put("namespace", server.id().namespace())
                .put("name", server.id().name());
        String protocol = protocol(server, catalogue);
        if (protocol != null) {
            json.put("protocol", protocol);
        }
        json.put("tools", Allowed.count(allowed.tools(), server))
                .put("prompts", Allowed.count(allowed.prompts(), server))
                .put("resources", Allowed.count(allowed.resources(), server))
                .put("available", catalogue != null);
        return catalogue == null ? json.put("reason", "The server gives no usable answer") : json;
    }

    /** What is spoken with it, as manifests spell it; null while nobody knows. */
    private static @Nullable String protocol(UpstreamServer server, @Nullable Catalogue catalogue) {
        if (catalogue != null) {
            return catalogue.era() == Era.MODERN ? "Modern" : "Legacy";
        }
        return switch (server.protocol()) {
            case MODERN -> "Modern";
            case LEGACY -> "Legacy";
            case AUTO -> null;
        };
    }
}
