package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import java.util.Map;

/** Which servers a caller listens to, and for which of the URIs that it asked for. Waits for upstreams. */
final class ListenPlans {

    private final ResourceOwners owners;

    ListenPlans(ResourceOwners owners) {
        this.owners = owners;
    }

    /** URIs that nobody grants are in no plan: for this caller they do not exist. */
    Map<UpstreamServer, List<String>> plan(McpExchange exchange, List<String> uris) {
        return switch (exchange.endpoint()) {
            case Endpoint.Single(UpstreamServer server) -> Map.of(server, granted(exchange, server, uris));
            case Endpoint.Aggregate _ ->
                owners.find(exchange.snapshot().servers(), exchange.grants(), uris, Era.MODERN);
        };
    }

    private static List<String> granted(McpExchange exchange, UpstreamServer server, List<String> uris) {
        return uris.stream()
                .filter(uri -> Decider.decide(exchange.grants(), new Action.Resource(server.id(), uri))
                        .isAllowed())
                .toList();
    }
}
