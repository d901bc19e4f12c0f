package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListenFilter;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans of streams: which servers feed them, and with what. */
final class Fans {

    private Fans() {}

    /** The standing stream of a legacy session. */
    static Plan standing(Question question) {
        Map<UpstreamServer, List<String>> servers = new LinkedHashMap<>();
        switch (question.endpoint()) {
            case Endpoint.Single(UpstreamServer server) -> servers.put(server, List.of());
            case Endpoint.Aggregate _ -> question.caller().servers().forEach(server -> servers.put(server, List.of()));
        }
        return new Plan.Fan(servers);
    }

    /** Each URI of the filter is decided on its own; one that nobody grants does not exist for this caller. */
    static Plan listening(Question question, ListenFilter filter, Knowledge known) {
        Map<UpstreamServer, List<String>> servers = new LinkedHashMap<>();
        switch (question.endpoint()) {
            case Endpoint.Single(UpstreamServer server) -> servers.put(server, new ArrayList<>());
            case Endpoint.Aggregate _ -> {}
        }
        for (Text text : filter.resourceSubscriptions()) {
            String uri = text.value();
            switch (question.endpoint()) {
                case Endpoint.Single(UpstreamServer server) -> grant(servers, question.caller(), server, uri);
                case Endpoint.Aggregate _ -> {
                    switch (known.owner(question.caller(), Era.MODERN, uri, false)) {
                        case null -> {
                            return new Plan.Learn(new Unknown.OwnerOf(uri, false));
                        }
                        case Ownership.Owned(UpstreamServer owner) -> grant(servers, question.caller(), owner, uri);
                        case Ownership.Unowned _, Ownership.Ambiguous _ -> {}
                    }
                }
            }
        }
        return new Plan.Fan(servers);
    }

    private static void grant(
            Map<UpstreamServer, List<String>> servers, Caller caller, UpstreamServer server, String uri) {
        if (caller.may(new Action.Resource(server.id(), uri))) {
            servers.computeIfAbsent(server, _ -> new ArrayList<>()).add(uri);
        }
    }
}
