package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of the aggregate as one principal's rights show them, rendered once per rights and catalogue state.
 * Thread-safe.
 */
public final class AggregateLists {

    private static final Logger LOG = LoggerFactory.getLogger(AggregateLists.class);

    private final Catalogues catalogues;
    private final Clock clock;
    private final RenderedLists rendered = new RenderedLists();

    public AggregateLists(Catalogues catalogues, Clock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * The ready {@code result} object, or null when it must be rendered first with {@link #result}. Does not block.
     *
     * @param servers all servers of the configuration, as the access snapshot's own list; those that the grants hide are
     *     left out here
     */
    public @Nullable RawJson ready(List<UpstreamServer> servers, Grants grants, ListKind kind, Era era) {
        RenderedList known = rendered.get(grants, kind, era);
        return known != null && known.holds(servers, catalogues.generation(), clock.instant()) ? known.result() : null;
    }

    /** The {@code result} object: one page without a cursor. Waits for servers never asked before, at most a second. */
    public RawJson result(List<UpstreamServer> servers, Grants grants, ListKind kind, Era era) {
        RawJson known = ready(servers, grants, kind, era);
        if (known != null) {
            return known;
        }
        var patience = new Patience();
        List<UpstreamServer> otherEra =
                catalogues.claims().find(servers, grants, patience).unseenIn(era);
        List<UpstreamServer> visible = Visible.servers(servers, grants);
        CatalogueSnapshot snapshot = catalogues.snapshot(visible, era, patience);
        var rendering = new ListRendering(snapshot, otherEra, grants, kind, era);
        RawJson result = rendering.write();
        if (rendering.ambiguities() > 0) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.METHOD, kind.method().wireName())
                    .addKeyValue(LogKeys.COUNT, rendering.ambiguities())
                    .addKeyValue(LogKeys.NAMES, ShownNames.text(rendering.ambiguous(), rendering.ambiguities()))
                    .log("Left out of the aggregate what more than one server has under the same URI");
        }
        rendered.put(grants, kind, era, new RenderedList(result, servers, snapshot.generation(), snapshot.goodUntil()));
        return result;
    }
}
