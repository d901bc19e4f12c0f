package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;

/** Answers {@code server/discover} on the aggregate, from the caller's point of view. Thread-safe. */
public final class AggregateDiscover {

    /** What becomes of it. */
    public sealed interface Result {

        record Discovered(RawJson result) implements Result {}

        /** The caller is better off in the era that the claim names, and goes there when it is told. */
        record Refused(EraClaim claim) implements Result {}
    }

    private final Catalogues catalogues;
    private final GatewayIdentity identity;
    private final Carried carried;

    public AggregateDiscover(Catalogues catalogues, GatewayIdentity identity, Carried carried) {
        this.catalogues = catalogues;
        this.identity = identity;
        this.carried = carried;
    }

    /** Waits for upstreams that were never asked before, at most a second. */
    public Result result(List<UpstreamServer> servers, Grants grants) {
        var patience = new Patience();
        EraClaim claim = catalogues.claims().find(servers, grants, patience);
        if (!claim.names(Era.MODERN)) {
            return new Result.Refused(claim);
        }
        CatalogueSnapshot snapshot = catalogues.snapshot(Sight.servers(servers, grants), Era.MODERN, patience);
        return new Result.Discovered(BoundedJson.write(json(snapshot, claim, grants)));
    }

    private ObjectNode json(CatalogueSnapshot snapshot, EraClaim claim, Grants grants) {
        var capabilities = new AggregateCapabilities(AggregateCapabilities.parts(snapshot), grants, carried);
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("resultType", "complete");
        ArrayNode versions = result.putArray("supportedVersions");
        claim.versions().forEach(versions::add);
        result.set("capabilities", capabilities.json());
        String instructions = capabilities.instructions();
        if (instructions != null) {
            result.put("instructions", instructions);
        }
        boolean incomplete = !snapshot.missing().isEmpty();
        result.put("ttlMs", incomplete ? ListRendering.INCOMPLETE_TTL_MILLIS : ListRendering.TTL_MILLIS);
        result.put("cacheScope", "private");
        ObjectNode meta = ResultNotes.json(incomplete, claim.unseenIn(Era.MODERN));
        result.set("_meta", meta.set("io.modelcontextprotocol/serverInfo", identity.json()));
        return result;
    }
}
