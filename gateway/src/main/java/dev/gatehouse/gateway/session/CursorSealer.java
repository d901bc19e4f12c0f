package dev.gatehouse.gateway.session;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Wraps an upstream's cursor so that only the principal who got it can use it, and only for the same list of the same
 * server. Thread-safe.
 */
public final class CursorSealer {

    /** The longest cursor that is taken from an upstream, in bytes of UTF-8. */
    public static final int MAX_UPSTREAM_CURSOR = 4 << 10;

    private final Seal seal;

    public CursorSealer(SessionKeys keys, SecureRandom random) {
        this.seal = new Seal(keys, random, "gatehouse cursor");
    }

    /** Cursors sealed under a key that is among {@code next} stay good. */
    public void replace(SessionKeys next) {
        seal.replace(next);
    }

    /**
     * @param list the list's method, such as {@code tools/list}
     * @param upstreamCursor may be empty: MCP allows that
     * @return null when the upstream's cursor is longer than {@link #MAX_UPSTREAM_CURSOR}
     */
    public @Nullable String seal(PrincipalKey principal, ServerId server, String list, String upstreamCursor) {
        byte[] cursor = upstreamCursor.getBytes(StandardCharsets.UTF_8);
        return cursor.length > MAX_UPSTREAM_CURSOR ? null : seal.seal(cursor, context(principal, server, list));
    }

    /** @return the upstream's cursor, or null when this was not sealed for the same principal, server and list */
    public @Nullable String open(PrincipalKey principal, ServerId server, String list, String cursor) {
        byte[] opened = seal.open(cursor, context(principal, server, list));
        return opened == null ? null : new String(opened, StandardCharsets.UTF_8);
    }

    /** Names of Kubernetes objects and methods hold no NUL, so that no two contexts are spelt the same. */
    private static byte[] context(PrincipalKey principal, ServerId server, String list) {
        return (principal + "\0" + server + "\0" + list).getBytes(StandardCharsets.UTF_8);
    }
}
