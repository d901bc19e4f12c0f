package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.catalogue.Catalogue;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.ListActions;
import dev.gatehouse.gateway.catalogue.Listing;
import dev.gatehouse.gateway.catalogue.Offer;
import dev.gatehouse.gateway.catalogue.Offers;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tools, prompts, resources and templates as the caller's rights show them, the same as MCP's lists on the aggregate. */
final class CatalogueView {

    private final Catalogues catalogues;

    CatalogueView(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    RouteAnswer list(ApiRequest request, ListKind kind) {
        String only = request.asked("server");
        if (only != null && !mayKnow(request, only)) {
            return RouteAnswer.refused(ProblemKind.NOT_FOUND, Grounds.HIDDEN_SERVER)
                    .about(only, null);
        }
        Offers offers = Offers.visible(catalogues, request.snapshot().servers(), request.grants());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray(kind.member());
        for (Offer offer : offers.allowed(kind, request.grants())) {
            if (isWanted(offer.server(), only)) {
                items.add(ItemJson.of(kind, offer));
            }
        }
        ArrayNode unavailable = json.putArray("unavailable");
        offers.lacking(kind).stream()
                .filter(server -> isWanted(server, only))
                .forEach(server -> unavailable.add(server.key()));
        return RouteAnswer.ownView(json).about(only, null);
    }

    /** Of one tool or prompt by its name on the aggregate. */
    RouteAnswer one(ApiRequest request, ListKind kind) {
        String name = request.parameter("name");
        AggregateName target = AggregateName.of(request.snapshot(), name);
        if (target == null) {
            return RouteAnswer.refused(ProblemKind.NOT_FOUND, Grounds.UNKNOWN_SERVER)
                    .about(null, name);
        }
        UpstreamServer server = target.server();
        Decision decision = request.asker().decide(ListActions.of(kind, server.id(), target.own()));
        Judgement judgement = Judgement.of(decision);
        if (!decision.isAllowed()) {
            return RouteAnswer.refused(ProblemKind.NOT_FOUND, judgement).about(server.key(), target.own());
        }
        return shown(kind, target, judgement).about(server.key(), target.own());
    }

    private RouteAnswer shown(ListKind kind, AggregateName target, Judgement judgement) {
        Catalogue catalogue = Offers.of(catalogues, List.of(target.server())).catalogue(target.server());
        Listing listing = catalogue == null ? null : catalogue.listing(kind);
        if (listing == null) {
            return RouteAnswer.failed(ProblemKind.SERVER_FAILED, judgement, new Failed("upstream_no_list"));
        }
        return listing.items().stream()
                .filter(item -> item.identity().equals(target.own()))
                .findFirst()
                .map(item -> RouteAnswer.allowed(ItemJson.of(kind, new Offer(target.server(), item)), judgement))
                .orElseGet(() -> RouteAnswer.absent(judgement));
    }

    private static boolean mayKnow(ApiRequest request, String key) {
        UpstreamServer server = request.snapshot().serverByKey(key);
        return server != null && request.asker().sees(server);
    }

    private static boolean isWanted(UpstreamServer server, @Nullable String only) {
        return only == null || server.key().equals(only);
    }
}
