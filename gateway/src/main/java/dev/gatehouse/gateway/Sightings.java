package dev.gatehouse.gateway;

import dev.gatehouse.gateway.access.TokenUses;
import dev.gatehouse.gateway.catalogue.Discoveries;
import dev.gatehouse.gateway.source.link.Reportable;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.link.TokenUse;
import java.time.Clock;
import java.util.List;

/** What the operator is told of callers and upstreams. */
record Sightings(TokenUses uses, Discoveries discoveries, Clock clock) implements Reportable {

    @Override
    public List<TokenUse> takeTokens(int most) {
        return uses.take(most, clock.instant());
    }

    @Override
    public List<DiscoveredServer> takeServers(int most) {
        return discoveries.take(most);
    }

    @Override
    public void startOver() {
        discoveries.startOver();
    }
}
