package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.catalogue.CatalogueItem;
import dev.gatehouse.gateway.catalogue.ListActions;
import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/** Finds the one thing of one server that an operation names. */
final class TargetFinder {

    private TargetFinder() {}

    /** What a name leads to. */
    sealed interface Finding {}

    record Found(Target target) implements Finding {}

    /** @param near the server that was named, where one was */
    record Nowhere(Grounds why, String asked, @Nullable Target near) implements Finding {}

    record NotKnown(Unknown unknown) implements Finding {}

    static Finding find(Caller caller, Endpoint endpoint, Era era, Operation.Targeted operation, Knowledge known) {
        return switch (operation) {
            case Operation.CallTool(Text name) -> named(caller, endpoint, name, ListKind.TOOLS);
            case Operation.GetPrompt(Text name) -> named(caller, endpoint, name, ListKind.PROMPTS);
            case Operation.CompletePrompt(Text name) -> named(caller, endpoint, name, ListKind.PROMPTS);
            case Operation.ReadResource(Text uri) -> resource(caller, endpoint, era, uri.value(), false, known);
            case Operation.Subscribe(Text uri) -> resource(caller, endpoint, era, uri.value(), false, known);
            case Operation.Unsubscribe(Text uri) -> resource(caller, endpoint, era, uri.value(), false, known);
            case Operation.CompleteTemplate(Text uri) -> resource(caller, endpoint, era, uri.value(), true, known);
        };
    }

    private static Finding named(Caller caller, Endpoint endpoint, Text name, ListKind kind) {
        return switch (endpoint) {
            case Endpoint.Single(UpstreamServer server) ->
                new Found(new Target(server, ListActions.of(kind, server.id(), name.value()), name.value(), null));
            case Endpoint.Aggregate _ -> {
                String prefixed = name.value();
                int end = prefixed.indexOf(Target.SEPARATOR);
                UpstreamServer server = end <= 0 ? null : caller.snapshot().serverByKey(prefixed.substring(0, end));
                if (server == null) {
                    yield new Nowhere(Grounds.UNKNOWN_SERVER, prefixed, null);
                }
                String own = prefixed.substring(end + Target.SEPARATOR.length());
                var target = new Target(server, ListActions.of(kind, server.id(), own), own, name);
                yield CatalogueItem.isAcceptable(kind, own)
                        ? new Found(target)
                        : new Nowhere(Grounds.UNKNOWN_NAME, prefixed, target); // as no list on the aggregate has it
            }
        };
    }

    private static Finding resource(
            Caller caller, Endpoint endpoint, Era era, String uri, boolean template, Knowledge known) {
        return switch (endpoint) {
            case Endpoint.Single(UpstreamServer server) -> of(server, uri, template);
            case Endpoint.Aggregate _ ->
                switch (known.owner(caller, era, uri, template)) {
                    case null -> new NotKnown(new Unknown.OwnerOf(uri, template));
                    case Ownership.Owned(UpstreamServer server) -> of(server, uri, template);
                    case Ownership.Unowned _, Ownership.Ambiguous _ -> new Nowhere(Grounds.NO_OWNER, uri, null);
                };
        };
    }

    private static Finding of(UpstreamServer server, String uri, boolean template) {
        Action action = template ? new Action.Template(server.id(), uri) : new Action.Resource(server.id(), uri);
        return new Found(new Target(server, action, uri, null));
    }
}
