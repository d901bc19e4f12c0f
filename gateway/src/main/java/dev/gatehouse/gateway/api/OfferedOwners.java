package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.Offers;
import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.plan.Caller;
import dev.gatehouse.gateway.plan.Knowledge;
import dev.gatehouse.gateway.plan.Served;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has what, in whichever era a server speaks. Waits for upstreams as the aggregate's lists do. */
record OfferedOwners(Catalogues catalogues) implements Knowledge {

    @Override
    public @Nullable EraFinding eras(UpstreamServer server) {
        return null;
    }

    @Override
    public @Nullable Served served(Caller caller, Era era) {
        return null;
    }

    @Override
    public List<String> versions(UpstreamServer server) {
        return List.of();
    }

    @Override
    public Ownership owner(Caller caller, Era era, String uri, boolean template) {
        return Offers.visible(catalogues, caller.snapshot().servers(), caller.grants())
                .owner(uri, caller.grants());
    }
}
