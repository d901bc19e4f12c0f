package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.model.access.Grants;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used answers, at most {@value #MAX_BYTES} bytes of them. Keyed by the instance of the grants, never by
 * a principal's name: whoever has the same rights sees the same, and nobody else does. Thread-safe; the lock is held for
 * a look-up only.
 */
final class RenderedLists {

    private static final int MAX_ENTRIES = 4_096;
    private static final long MAX_BYTES = 64L << 20;

    /** Holds the grants themselves, so that no other instance can ever take their place. */
    private record Key(Grants grants, ListKind kind, Era era) {

        @Override
        @SuppressWarnings(
                "ReferenceEquality") // comparing rule sets by content would cost more than the rendering saved
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && grants == that.grants && kind == that.kind && era == that.era;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(grants) + 2 * kind.hashCode() + era.hashCode();
        }
    }

    private final Map<Key, RenderedList> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized @Nullable RenderedList get(Grants grants, ListKind kind, Era era) {
        return entries.get(new Key(grants, kind, era));
    }

    synchronized void put(Grants grants, ListKind kind, Era era, RenderedList rendered) {
        RenderedList earlier = entries.put(new Key(grants, kind, era), rendered);
        bytes += rendered.result().length()
                - (earlier == null ? 0 : earlier.result().length());
        Iterator<RenderedList> eldest = entries.values().iterator();
        while ((bytes > MAX_BYTES || entries.size() > MAX_ENTRIES) && eldest.hasNext()) {
            bytes -= eldest.next().result().length();
            eldest.remove();
        }
    }
}
