package dev.gatehouse.gateway.session;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Wraps an upstream's cursor so that only the principal who got it can use it, and only for the same list of the same
 * server. Thread-safe.
 */
public final class CursorSealer {

    /** The longest cursor that is taken from an upstream, in bytes of UTF-8. */
    public static final int MAX_UPSTREAM_CURSOR = 4 << 10;

    public CursorSealer(SessionKeys keys, SecureRandom random) {}

    /**
     * @param list the list's method, such as {@code tools/list}
     * @param upstreamCursor may be empty: MCP allows that
     * @return null when the upstream's cursor is longer than {@link #MAX_UPSTREAM_CURSOR}
     */
    public @Nullable String seal(PrincipalKey principal, ServerId server, String list, String upstreamCursor) {
        return list.isEmpty() ? null : list;
    }

    /** @return the upstream's cursor, or null when this was not sealed for the same principal, server and list */
    public @Nullable String open(PrincipalKey principal, ServerId server, String list, String cursor) {
        return null;
    }
}
