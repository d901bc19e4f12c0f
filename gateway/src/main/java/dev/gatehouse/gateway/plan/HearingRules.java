package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of an upstream's messages a caller hears. A stream belongs to one caller and one server, so it may hear what
 * concerns its own requests, that a list has changed, and of the resources that it may read.
 */
public final class HearingRules {

    private static final Hearing PASSES = new Hearing.Passes();
    private static final Hearing ANSWERS = new Hearing.Answers();
    private static final Hearing DROPS = new Hearing.Drops();
    private static final Hearing ASKS = new Hearing.Asks();
    private static final Hearing TOOLS = new Hearing.Changes(Set.of(ListKind.TOOLS));
    private static final Hearing PROMPTS = new Hearing.Changes(Set.of(ListKind.PROMPTS));
    private static final Hearing RESOURCES = new Hearing.Changes(Set.of(ListKind.RESOURCES, ListKind.TEMPLATES));

    private HearingRules() {}

    /**
     * @param now the configuration in force, not the one that the stream began with: it may be a moment until a swap
     *     reaches the stream; null: there is none
     * @param answering the request whose answer the stream carries; absent: it carries none
     */
    public static Hearing judge(
            Message event,
            UpstreamServer server,
            Credential credential,
            @Nullable AccessSnapshot now,
            @Nullable RequestId answering) {
        return switch (event.kind()) {
            case RESPONSE ->
                answering != null && (event.id() == null || answering.equals(event.id())) ? ANSWERS : DROPS;
            case REQUEST -> ASKS;
            case NOTIFICATION ->
                switch (event.method()) {
                    case "notifications/progress",
                            "notifications/message",
                            "notifications/cancelled",
                            "notifications/subscriptions/acknowledged" -> PASSES;
                    case "notifications/tools/list_changed" -> TOOLS;
                    case "notifications/prompts/list_changed" -> PROMPTS;
                    case "notifications/resources/list_changed" -> RESOURCES;
                    case "notifications/resources/updated" ->
                        mayRead(event.params().uri(), server, credential, now) ? PASSES : DROPS;
                    default -> DROPS;
                };
        };
    }

    private static boolean mayRead(
            @Nullable Text uri, UpstreamServer server, Credential credential, @Nullable AccessSnapshot now) {
        Credential current = now == null ? null : now.current(credential);
        return uri != null
                && now != null
                && current != null
                && new Caller(now, current).may(new Action.Resource(server.id(), uri.value()));
    }
}
