package dev.gatehouse.operator.fleet;

import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.link.TokenUse;
import java.util.List;

/** Hears of the fleet: one call at a time, in order, on a thread of its own. */
public interface FleetListener {

    /** A replica came, went or acknowledged. */
    default void changed(FleetState state) {}

    /**
     * A replica has come that has enforced this version, and nothing greater has been published here: the clock of
     * an earlier leader may be ahead of this one's. It takes nothing until something greater is published.
     */
    default void outrun(long version) {}

    /** From one replica's report: each token at most once, and perhaps older than what another replica has reported. */
    default void tokensUsed(List<TokenUse> uses) {}

    /** From one replica's report: what it has discovered or found changed. */
    default void discovered(String replica, List<DiscoveredServer> servers) {}
}
