package dev.gatehouse.gateway.source.link;

import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.link.TokenUse;
import java.util.List;

/** What this gateway has seen and the operator has not heard of yet. Thread-safe. */
public interface Reportable {

    /** Takes at most so many away. */
    List<TokenUse> takeTokens(int most);

    /** Takes at most so many away. */
    List<DiscoveredServer> takeServers(int most);

    /** The operator is another one than before, or has forgotten: everything discovered has to be said again. */
    void startOver();
}
