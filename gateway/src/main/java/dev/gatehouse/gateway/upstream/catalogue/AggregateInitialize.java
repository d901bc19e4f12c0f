package dev.gatehouse.gateway.upstream.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.upstream.rare.RawJson;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;

/** Answers a legacy {@code initialize} on the aggregate and opens the caller's own upstream sessions. Thread-safe. */
public final class AggregateInitialize {

    /**
     * @param session to be sealed into the session id
     * @param result the {@code InitializeResult}
     */
    public record Opened(SessionState session, RawJson result) {}

    /**
     * Waits for upstreams, at most for their list timeout; those that are not there in time are opened when needed.
     *
     * @param params of the request; an object
     */
    public Opened open(List<UpstreamServer> servers, Principal caller, ObjectNode params) {
        throw new UnsupportedOperationException(caller.uid() + servers.size() + params.size());
    }
}
