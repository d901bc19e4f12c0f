package dev.gatehouse.gateway.session;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What some of the last ids opened to, as decoding and deciphering one costs more than judging a small message. An id is
 * found only whole and unchanged, and what it opens to is judged anew each time. A fixed number of places, each taken over
 * by whoever comes last. Thread-safe.
 */
final class OpenedSessions {

    private static final int PLACES = 1024;

    private final AtomicReferenceArray<@Nullable Opened> places = new AtomicReferenceArray<>(PLACES);

    private record Opened(String id, SessionState state) {}

    @Nullable
    SessionState find(String id) {
        Opened opened = places.get(place(id));
        return opened != null && opened.id.equals(id) ? opened.state : null;
    }

    void keep(String id, SessionState state) {
        places.set(place(id), new Opened(id, state));
    }

    void clear() {
        for (int place = 0; place < PLACES; place++) {
            places.set(place, null);
        }
    }

    private static int place(String id) {
        int hash = id.hashCode();
        return (hash ^ hash >>> 16) & (PLACES - 1);
    }
}
