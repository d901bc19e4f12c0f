package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of an upstream's messages a client hears. A stream belongs to one caller and one server, so it may hear what
 * concerns its own requests, that a list has changed, and of the resources that it may read. Requests of the upstream go
 * nowhere: no client has told it that it could answer any.
 */
final class EventPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(EventPolicy.class);

    private final AccessStore store;
    private final Catalogues catalogues;

    EventPolicy(AccessStore store, Catalogues catalogues) {
        this.store = store;
        this.catalogues = catalogues;
    }

    /** @param answering the request whose answer the stream carries; absent: it carries none */
    boolean passes(Message event, UpstreamServer server, McpExchange exchange, @Nullable RequestId answering) {
        return switch (event.kind()) {
            case RESPONSE -> answering != null && (event.id() == null || answering.equals(event.id()));
            case REQUEST -> {
                LOG.atWarn()
                        .addKeyValue(LogKeys.SERVER, server.key())
                        .addKeyValue(LogKeys.METHOD, event.method())
                        .log("An upstream asked the client something, which is not passed on");
                yield false;
            }
            case NOTIFICATION -> hears(event, server, exchange);
        };
    }

    /** On the aggregate the catalogues tell of changed lists, to all who may see them. */
    static boolean isOfLists(Message event) {
        return event.kind() == Message.Kind.NOTIFICATION && event.method().endsWith("/list_changed");
    }

    private boolean hears(Message event, UpstreamServer server, McpExchange exchange) {
        return switch (event.method()) {
            case "notifications/progress",
                    "notifications/message",
                    "notifications/cancelled",
                    "notifications/subscriptions/acknowledged" -> true;
            case "notifications/tools/list_changed" -> changed(server, ListKind.TOOLS);
            case "notifications/prompts/list_changed" -> changed(server, ListKind.PROMPTS);
            case "notifications/resources/list_changed" -> {
                changed(server, ListKind.TEMPLATES);
                yield changed(server, ListKind.RESOURCES);
            }
            case "notifications/resources/updated" -> {
                Text uri = event.params().uri();
                yield uri != null
                        && Decider.decide(rightsNow(exchange), new Action.Resource(server.id(), uri.value()))
                                .isAllowed();
            }
            default -> false;
        };
    }

    /** Those in force now, not those that the stream began with: it may be a moment until a swap reaches the stream. */
    private Grants rightsNow(McpExchange exchange) {
        AccessSnapshot now = store.current();
        Credential current = now == null ? null : now.current(exchange.credential());
        return current == null ? Grants.NONE : current.principal().grants();
    }

    private boolean changed(UpstreamServer server, ListKind kind) {
        catalogues.invalidate(server.id(), kind);
        return true;
    }
}
