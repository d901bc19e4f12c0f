package dev.gatehouse.model.link;

import java.util.List;

/**
 * What a gateway has seen since its last report. More than fits is left for the next one.
 *
 * @param link that the operator's greeting gave
 * @param tokens each at most once
 * @param servers those that were discovered or have changed
 */
public record GatewayReport(String link, List<TokenUse> tokens, List<DiscoveredServer> servers) {

    public static final int MAX_TOKENS = 10_000;
    public static final int MAX_SERVERS = 20;

    /** So many fit together whatever they offer; tokens are then told in a report of their own. */
    public static final int SERVERS_AT_ONCE = 10;

    /** In bytes. */
    public static final int MAX_LENGTH = 8 << 20;

    public GatewayReport {
        tokens = List.copyOf(tokens);
        servers = List.copyOf(servers);
        if (tokens.size() > MAX_TOKENS || servers.size() > MAX_SERVERS) {
            throw new IllegalArgumentException(
                    "a report holds at most " + MAX_TOKENS + " tokens and " + MAX_SERVERS + " servers");
        }
    }
}
