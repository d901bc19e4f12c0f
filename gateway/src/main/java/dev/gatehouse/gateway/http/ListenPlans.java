package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which servers a caller listens to, and for which of the URIs that it asked for. Waits for upstreams. */
final class ListenPlans {

    private final ResourceOwners owners;
    private final UpstreamEras eras;

    ListenPlans(ResourceOwners owners, UpstreamEras eras) {
        this.owners = owners;
        this.eras = eras;
    }

    /** URIs that nobody grants are in no plan: for this caller they do not exist. */
    Map<UpstreamServer, List<String>> plan(McpExchange exchange, List<String> uris) {
        var plan = new LinkedHashMap<UpstreamServer, List<String>>();
        switch (exchange.endpoint()) {
            case Endpoint.Single(UpstreamServer server) -> {
                plan.put(server, new ArrayList<>());
                uris.forEach(uri -> grant(plan, exchange, server, uri));
            }
            case Endpoint.Aggregate _ -> {
                modernServers(exchange).forEach(server -> plan.put(server, new ArrayList<>()));
                for (String uri : uris) {
                    if (owners.find(exchange.snapshot().servers(), exchange.grants(), uri, Era.MODERN)
                            instanceof Ownership.Owned(UpstreamServer owner)) {
                        grant(plan, exchange, owner, uri);
                    }
                }
            }
        }
        return plan;
    }

    private List<UpstreamServer> modernServers(McpExchange exchange) {
        var servers = new ArrayList<UpstreamServer>();
        for (UpstreamServer server : exchange.snapshot().servers()) {
            if (Decider.decide(exchange.grants(), new Action.Server(server.id()))
                    .isAllowed()) {
                if (eras.find(server) instanceof Eras spoken && spoken.modern()) {
                    servers.add(server);
                }
            }
        }
        return servers;
    }

    private static void grant(
            Map<UpstreamServer, List<String>> plan, McpExchange exchange, UpstreamServer server, String uri) {
        List<String> granted = plan.get(server);
        if (granted != null
                && Decider.decide(exchange.grants(), new Action.Resource(server.id(), uri))
                        .isAllowed()) {
            granted.add(uri);
        }
    }
}
