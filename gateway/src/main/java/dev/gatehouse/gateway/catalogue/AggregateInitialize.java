package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Answers a legacy {@code initialize} on the aggregate from what is known of the servers; none of them hears of it. The
 * caller's own upstream sessions are opened when something of a server is used. Thread-safe.
 */
public final class AggregateInitialize {

    /** The endpoint of sessions on the aggregate. */
    public static final String ENDPOINT = "mcp";

    /** What becomes of it. */
    public sealed interface Result {

        /**
         * @param session to be sealed into the session id
         * @param result the {@code InitializeResult}
         */
        record Opened(SessionState session, RawJson result) implements Result {}

        /** No server that the caller may use speaks this era. */
        record Refused(EraClaim claim) implements Result {}
    }

    private final Catalogues catalogues;
    private final GatewayIdentity identity;
    private final Carried carried;
    private final SecureRandom random;
    private final Clock clock;

    public AggregateInitialize(
            Catalogues catalogues, GatewayIdentity identity, Carried carried, SecureRandom random, Clock clock) {
        this.catalogues = catalogues;
        this.identity = identity;
        this.carried = carried;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Waits for upstreams that were never asked before, at most a second for all.
     *
     * @param params of the request; an object
     */
    public Result open(List<UpstreamServer> servers, Principal caller, ObjectNode params) {
        var patience = new Patience();
        EraClaim claim = catalogues.claims().find(servers, caller.grants(), patience);
        if (!claim.serves(Era.LEGACY)) {
            return new Result.Refused(claim);
        }
        String version = Versions.negotiate(params.path("protocolVersion").asText(""));
        var session = new SessionState(
                caller.key(), caller.uid(), ENDPOINT, version, random.nextLong(), Map.of(), clock.instant());
        CatalogueSnapshot snapshot = catalogues.snapshot(Sight.servers(servers, caller.grants()), Era.LEGACY, patience);
        var capabilities = new AggregateCapabilities(AggregateCapabilities.parts(snapshot), caller.grants(), carried);
        return new Result.Opened(session, result(version, capabilities, claim));
    }

    private RawJson result(String version, AggregateCapabilities capabilities, EraClaim claim) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("protocolVersion", version);
        result.set("capabilities", capabilities.json());
        result.set("serverInfo", identity.json());
        String instructions = capabilities.instructions();
        if (instructions != null) {
            result.put("instructions", instructions);
        }
        ObjectNode meta = ResultNotes.json(false, claim.unseenIn(Era.LEGACY));
        if (!meta.isEmpty()) {
            result.set("_meta", meta);
        }
        return BoundedJson.write(result);
    }
}
