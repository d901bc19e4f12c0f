package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.upstream.catalogue.Catalogues;
import dev.gatehouse.gateway.upstream.catalogue.ListKind;
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

    private final Catalogues catalogues;

    EventPolicy(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** @param answering the request whose answer the stream carries; absent: it carries none */
    boolean passes(Message event, UpstreamServer server, Grants grants, @Nullable RequestId answering) {
        return switch (event.kind()) {
            case RESPONSE -> answering != null && (event.id() == null || answering.equals(event.id()));
            case REQUEST -> {
                LOG.atWarn()
                        .addKeyValue(LogKeys.SERVER, server.key())
                        .addKeyValue(LogKeys.METHOD, event.method())
                        .log("An upstream asked the client something, which is not passed on");
                yield false;
            }
            case NOTIFICATION -> hears(event, server, grants);
        };
    }

    private boolean hears(Message event, UpstreamServer server, Grants grants) {
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
                        && Decider.decide(grants, new Action.Resource(server.id(), uri.value()))
                                .isAllowed();
            }
            default -> false;
        };
    }

    private boolean changed(UpstreamServer server, ListKind kind) {
        catalogues.invalidate(server.id(), kind);
        return true;
    }
}
