package dev.gatehouse.gateway.session;

/**
 * A legacy session that an upstream opened for exactly one of our sessions. It never reaches a client in the clear.
 *
 * @param id what the upstream wants in {@code Mcp-Session-Id}, visible ASCII; empty: the upstream keeps no session
 * @param protocolVersion what the upstream negotiated, which may be older than what the client did
 */
public record UpstreamSession(String id, String protocolVersion) {

    /** The longest id that is taken from an upstream, in characters. */
    public static final int MAX_ID_LENGTH = 1024;

    public boolean isStateless() {
        return id.isEmpty();
    }

    /** Whether an upstream's id can travel in a header: bounded, and nothing but visible ASCII. */
    public static boolean isAcceptableId(String id) {
        return id.length() <= MAX_ID_LENGTH && id.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    @Override
    public String toString() {
        return "UpstreamSession[" + (isStateless() ? "stateless" : "…") + ", " + protocolVersion + "]";
    }
}
