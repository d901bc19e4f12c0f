package dev.gatehouse.gateway.mcp;

/** The two families of MCP revisions, which differ in life cycle, headers and results. */
public enum Era {
    /** Up to 2025-11-25: {@code initialize} and sessions. */
    LEGACY,
    /** 2026-07-28: every request stands alone. */
    MODERN
}
