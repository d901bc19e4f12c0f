package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.catalogue.CatalogueItem;
import dev.gatehouse.gateway.catalogue.ListActions;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.Params;
import dev.gatehouse.gateway.mcp.Ref;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/** Whom a targeted message concerns, read from its body alone. */
sealed interface Address {

    /** What stands between a server's key and a name of its own on the aggregate. No key contains it. */
    String SEPARATOR = "__";

    /**
     * One server and what to do with it.
     *
     * @param rename where the caller's name stands and has to give way to the upstream's own; absent: nothing changes
     */
    record Known(
            UpstreamServer server,
            Action action,
            String ownName,
            @Nullable Text rename) implements Address {}

    /** A resource or template on the aggregate, whose server the catalogues know. */
    record ByOwner(String uri, boolean template) implements Address {}

    /** One of a server's names that no list on the aggregate has, so that it is not served there either. */
    record Unlisted(UpstreamServer server, Action action, String ownName) implements Address {}

    /** Names no server that there is. */
    record Nowhere(String name) implements Address {}

    /** Reads the address of a message whose method has a name, a URI or a reference as its target. */
    static Address of(AccessSnapshot snapshot, Endpoint endpoint, Method method, Params params) {
        Ref ref = params.ref();
        return switch (method) {
            case TOOLS_CALL -> named(snapshot, endpoint, params.name(), ListKind.TOOLS);
            case PROMPTS_GET -> named(snapshot, endpoint, params.name(), ListKind.PROMPTS);
            case RESOURCES_READ, RESOURCES_SUBSCRIBE, RESOURCES_UNSUBSCRIBE -> resource(endpoint, params.uri(), false);
            case COMPLETION_COMPLETE ->
                ref != null && ref.name() != null
                        ? named(snapshot, endpoint, ref.name(), ListKind.PROMPTS)
                        : resource(endpoint, ref == null ? null : ref.uri(), true);
            case INITIALIZE,
                    PING,
                    TOOLS_LIST,
                    PROMPTS_LIST,
                    RESOURCES_LIST,
                    RESOURCES_TEMPLATES_LIST,
                    LOGGING_SET_LEVEL,
                    SERVER_DISCOVER,
                    SUBSCRIPTIONS_LISTEN,
                    NOTIFICATIONS_INITIALIZED,
                    NOTIFICATIONS_CANCELLED,
                    NOTIFICATIONS_PROGRESS,
                    NOTIFICATIONS_ROOTS_LIST_CHANGED ->
                throw new IllegalArgumentException(method + " addresses no single server");
        };
    }

    /** The address of a tool call, of which no more than its method and name are known. */
    static Address ofTool(AccessSnapshot snapshot, Endpoint endpoint, Text name) {
        return named(snapshot, endpoint, name, ListKind.TOOLS);
    }

    private static Address named(AccessSnapshot snapshot, Endpoint endpoint, @Nullable Text name, ListKind kind) {
        if (name == null) {
            return new Nowhere("");
        }
        return switch (endpoint) {
            case Endpoint.Single(UpstreamServer server) ->
                new Known(server, ListActions.of(kind, server.id(), name.value()), name.value(), null);
            case Endpoint.Aggregate _ -> prefixed(snapshot, name, kind);
        };
    }

    private static Address prefixed(AccessSnapshot snapshot, Text name, ListKind kind) {
        int end = name.value().indexOf(SEPARATOR);
        UpstreamServer server =
                end <= 0 ? null : snapshot.serverByKey(name.value().substring(0, end));
        if (server == null) {
            return new Nowhere(name.value());
        }
        String own = name.value().substring(end + SEPARATOR.length());
        Action action = ListActions.of(kind, server.id(), own);
        return CatalogueItem.isAcceptable(kind, own)
                ? new Known(server, action, own, name)
                : new Unlisted(server, action, own);
    }

    private static Address resource(Endpoint endpoint, @Nullable Text uri, boolean template) {
        if (uri == null) {
            return new Nowhere("");
        }
        return switch (endpoint) {
            case Endpoint.Single(UpstreamServer server) ->
                new Known(server, action(server, uri.value(), template), uri.value(), null);
            case Endpoint.Aggregate _ -> new ByOwner(uri.value(), template);
        };
    }

    static Action action(UpstreamServer server, String uri, boolean template) {
        return template ? new Action.Template(server.id(), uri) : new Action.Resource(server.id(), uri);
    }
}
