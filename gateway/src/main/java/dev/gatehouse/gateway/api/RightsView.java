package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.catalogue.CatalogueItem;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.Offers;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.NamePatterns;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServerRules;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What one principal may do on each server: the rules that say so, and what they come to there now. */
final class RightsView {

    private final Catalogues catalogues;

    RightsView(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    RouteAnswer of(ApiRequest request) {
        PrincipalKey key =
                PrincipalPage.key(request.parameter("kind"), request.parameter("namespace"), request.parameter("name"));
        Principal principal = key == null ? null : request.snapshot().principal(key);
        if (principal == null) {
            return RouteAnswer.absent(Judgement.allowed(Grounds.UNKNOWN_PRINCIPAL));
        }
        List<UpstreamServer> servers = request.snapshot().servers().stream()
                .filter(server -> hasRules(principal.grants(), server))
                .sorted(Comparator.comparing(UpstreamServer::key))
                .toList();
        Offers offers = Offers.known(catalogues, servers);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("principal", PrincipalsView.identity(principal.key()));
        ArrayNode shown = json.putArray("servers");
        Map<ListKind, Map<ServerId, List<CatalogueItem>>> allowed = new EnumMap<>(ListKind.class);
        for (ListKind kind : ListKind.values()) {
            allowed.put(kind, offers.allowedByServer(kind, principal.grants()));
        }
        for (UpstreamServer server : servers) {
            ObjectNode entry = rights(server, principal.grants());
            if (offers.catalogue(server) != null) {
                entry.set("discovered", discovered(server, allowed));
            }
            shown.add(entry);
        }
        return RouteAnswer.toAdmin(json).about(null, principal.key().toString());
    }

    private static boolean hasRules(Grants grants, UpstreamServer server) {
        return grants.ruleSets().stream().anyMatch(ruleSet -> ruleSet.rulesFor(server.id()) != null);
    }

    private static ObjectNode rights(UpstreamServer server, Grants grants) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("key", server.key())
                .put("namespace", server.id().namespace())
                .put("name", server.id().name());
        ArrayNode rules = json.putArray("rules");
        for (RuleSet ruleSet : grants.ruleSets()) {
            ServerRules found = ruleSet.rulesFor(server.id());
            if (found != null) {
                rules.add(rules(ruleSet.origin(), found));
            }
        }
        return json;
    }

    private static ObjectNode discovered(
            UpstreamServer server, Map<ListKind, Map<ServerId, List<CatalogueItem>>> allowed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        allowed.forEach((kind, byServer) -> {
            ArrayNode names = json.putArray(kind.member());
            byServer.getOrDefault(server.id(), List.of()).forEach(item -> names.add(item.identity()));
        });
        return json;
    }

    private static ObjectNode rules(String origin, ServerRules rules) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("origin", origin)
                .put("wholeServer", rules.grantsWholeServer());
        json.set("tools", names(rules.tools()));
        json.set("prompts", names(rules.prompts()));
        json.set("resources", names(rules.resources()));
        return json;
    }

    private static ObjectNode names(NameRules rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("granted", patterns(rules.granted()));
        json.set("excepted", patterns(rules.excepted()));
        return json;
    }

    private static ArrayNode patterns(NamePatterns patterns) {
        var sorted = new TreeSet<>(patterns.exact().keySet());
        patterns.globs().forEach(indexed -> sorted.add(indexed.glob().pattern()));
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        sorted.forEach(json::add);
        return json;
    }
}
