package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code server/discover} on the aggregate, from the caller's point of view. Thread-safe. */
public final class AggregateDiscover {

    private final Catalogues catalogues;
    private final GatewayIdentity identity;
    private final Carried carried;

    public AggregateDiscover(Catalogues catalogues, GatewayIdentity identity, Carried carried) {
        this.catalogues = catalogues;
        this.identity = identity;
        this.carried = carried;
    }

    /** The {@code result} object. Waits for upstreams, at most for their list timeout. */
    public RawJson result(List<UpstreamServer> servers, Grants grants) {
        List<UpstreamServer> visible = Visible.servers(servers, grants);
        CatalogueSnapshot snapshot = catalogues.snapshot(visible, Era.MODERN, Visible.patience(visible));
        var capabilities = new AggregateCapabilities(parts(snapshot), grants, carried);
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("resultType", "complete");
        ArrayNode versions = result.putArray("supportedVersions");
        Versions.SUPPORTED.forEach(versions::add);
        result.set("capabilities", capabilities.json());
        String instructions = capabilities.instructions();
        if (instructions != null) {
            result.put("instructions", instructions);
        }
        boolean incomplete = !snapshot.missing().isEmpty();
        result.put("ttlMs", incomplete ? ListRendering.INCOMPLETE_TTL_MILLIS : ListRendering.TTL_MILLIS);
        result.put("cacheScope", "private");
        ObjectNode meta = result.putObject("_meta");
        meta.set("io.modelcontextprotocol/serverInfo", identity.json());
        if (incomplete) {
            meta.put(ListRendering.INCOMPLETE, true);
        }
        return BoundedJson.write(result);
    }

    private static List<AggregateCapabilities.Part> parts(CatalogueSnapshot snapshot) {
        List<AggregateCapabilities.Part> parts = new ArrayList<>();
        snapshot.catalogues()
                .forEach(catalogue ->
                        parts.add(new AggregateCapabilities.Part(catalogue.server(), catalogue.introduction())));
        snapshot.missing().forEach(server -> parts.add(new AggregateCapabilities.Part(server, null)));
        return parts;
    }
}
