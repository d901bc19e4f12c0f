package dev.gatehouse.gateway.mcp;

import java.util.List;

/** The protocol revisions that the gateway speaks. */
public final class Versions {

    /** Stateless, with mirrored headers; the newest one. */
    public static final String MODERN = "2026-07-28";

    /** What an {@code initialize} is answered with when it proposes anything else than a legacy revision. */
    public static final String LATEST_LEGACY = "2025-11-25";

    /** What a legacy caller without a version header speaks. */
    public static final String ASSUMED_LEGACY = "2025-03-26";

    /** Newest first. */
    public static final List<String> LEGACY = List.of(LATEST_LEGACY, "2025-06-18", ASSUMED_LEGACY, "2024-11-05");

    /** Newest first, of both eras. */
    public static final List<String> SUPPORTED =
            List.of(MODERN, LATEST_LEGACY, "2025-06-18", ASSUMED_LEGACY, "2024-11-05");

    private Versions() {}

    public static boolean isLegacy(String version) {
        return LEGACY.contains(version);
    }

    /** The revision to answer an {@code initialize} with: what it proposes where that is legacy, else the latest one. */
    public static String negotiate(String proposed) {
        return isLegacy(proposed) ? proposed : LATEST_LEGACY;
    }
}
