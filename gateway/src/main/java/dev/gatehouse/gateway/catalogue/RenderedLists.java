package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Grants;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used answers, at most {@value #MAX_BYTES} bytes of them. Keyed by {@link SameGrants}, never
 * by a principal's name. Thread-safe; the lock is held for a look-up only.
 */
final class RenderedLists {

    private static final int MAX_ENTRIES = 4_096;
    private static final long MAX_BYTES = 64L << 20;

    private record Key(SameGrants grants, ListKind kind, Era era) {
        static Key of(Grants grants, ListKind kind, Era era) {
            return new Key(new SameGrants(grants), kind, era);
        }
    }

    private final Map<Key, RenderedList> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized @Nullable RenderedList get(Grants grants, ListKind kind, Era era) {
        return entries.get(Key.of(grants, kind, era));
    }

    synchronized void put(Grants grants, ListKind kind, Era era, RenderedList rendered) {
        RenderedList earlier = entries.put(Key.of(grants, kind, era), rendered);
        bytes += rendered.result().length()
                - (earlier == null ? 0 : earlier.result().length());
        Iterator<RenderedList> eldest = entries.values().iterator();
        while ((bytes > MAX_BYTES || entries.size() > MAX_ENTRIES) && eldest.hasNext()) {
            bytes -= eldest.next().result().length();
            eldest.remove();
        }
    }
}
