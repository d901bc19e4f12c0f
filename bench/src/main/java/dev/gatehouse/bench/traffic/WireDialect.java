package dev.gatehouse.bench.traffic;

import dev.gatehouse.bench.load.Expected;
import dev.gatehouse.bench.upstream.BenchTools;

/** How callers must speak to a target: what tools are called there, and what a refusal looks like. */
public enum WireDialect {
    /** The upstream itself. */
    UPSTREAM(""),
    /** A proxy that judges tokens and passes messages on unread. */
    PLAIN_PROXY(""),
    /** The gateway's aggregate endpoint, where a tool is called {@code key__tool}. */
    GATEWAY(WireDialect.SERVER_KEY + "__");

    /** The key under which the gateway exposes the upstream. */
    public static final String SERVER_KEY = "srv";

    private final String prefix;

    WireDialect(String prefix) {
        this.prefix = prefix;
    }

    String tool(String name) {
        return prefix + name;
    }

    int prefixLength() {
        return prefix.length();
    }

    /** Plain proxies know tokens and not tools: what they deny, they deny to a token. */
    Token deniedToken(Token own) {
        return this == PLAIN_PROXY ? Token.BARRED : own;
    }

    Expected denied() {
        return switch (this) {
            case PLAIN_PROXY -> Expected.refusal(403);
            case UPSTREAM, GATEWAY -> Expected.answer("Unknown tool: " + tool(BenchTools.SECRET));
        };
    }

    /** Who may not use one tool does not see it at the gateway; plain proxies show everything to everybody. */
    Expected list(Rights rights) {
        boolean whole = this != GATEWAY || rights == Rights.ALL;
        return whole
                ? Expected.repeating("\"inputSchema\":", BenchTools.COUNT, "\"" + tool(BenchTools.SECRET) + "\"")
                : Expected.repeating("\"inputSchema\":", BenchTools.COUNT - 1, "\"" + tool(BenchTools.ECHO) + "\"");
    }
}
