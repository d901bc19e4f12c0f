package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.plan.Hearing;
import dev.gatehouse.gateway.plan.HearingRules;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the events of upstreams through that their callers may hear, and acts on what they say of lists. Thread-safe. */
final class EventFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EventFilter.class);

    private final AccessStore store;
    private final Catalogues catalogues;

    EventFilter(AccessStore store, Catalogues catalogues) {
        this.store = store;
        this.catalogues = catalogues;
    }

    Hearing judge(Message event, UpstreamServer server, Credential credential, @Nullable RequestId answering) {
        Hearing hearing = HearingRules.judge(event, server, credential, store.current(), answering);
        switch (hearing) {
            case Hearing.Changes(Set<ListKind> lists) ->
                lists.forEach(list -> catalogues.invalidate(server.id(), list));
            case Hearing.Asks _ ->
                LOG.atWarn()
                        .addKeyValue(LogKeys.SERVER, server.key())
                        .addKeyValue(LogKeys.METHOD, event.method())
                        .log("An upstream asked the client something, which is not passed on");
            case Hearing.Passes _, Hearing.Answers _, Hearing.Drops _ -> {}
        }
        return hearing;
    }

    /** Whether an event says that a list has changed. */
    static boolean isOfLists(Message event) {
        return event.kind() == Message.Kind.NOTIFICATION && event.method().endsWith("/list_changed");
    }

    /** Of a stream that carries no answer: whether the caller hears the event. */
    boolean passes(Message event, UpstreamServer server, Credential credential) {
        return switch (judge(event, server, credential, null)) {
            case Hearing.Passes _, Hearing.Answers _, Hearing.Changes _ -> true;
            case Hearing.Drops _, Hearing.Asks _ -> false;
        };
    }
}
