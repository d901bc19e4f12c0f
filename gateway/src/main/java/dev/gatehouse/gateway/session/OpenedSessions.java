package dev.gatehouse.gateway.session;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What some of the last ids opened to, as decoding and deciphering one costs more than judging a small message. An id is
 * found only whole and unchanged, and what it opens to is judged anew each time. A fixed number of places in small groups;
 * whoever comes into a full group takes the place of one that was there. Finding allocates nothing. Thread-safe.
 */
final class OpenedSessions {

    private static final int PLACES = 8192;
    private static final int GROUP = 4;

    private final AtomicReferenceArray<@Nullable Opened> places = new AtomicReferenceArray<>(PLACES);

    private record Opened(String id, SessionState state) {}

    @Nullable
    SessionState find(String id) {
        int group = group(id);
        for (int place = group; place < group + GROUP; place++) {
            Opened opened = places.get(place);
            if (opened != null && opened.id.equals(id)) {
                return opened.state;
            }
        }
        return null;
    }

    void keep(String id, SessionState state) {
        int group = group(id);
        int place =
                group + (int) (state.nonce() & (GROUP - 1)); // random, so that nobody can choose whose place to take
        for (int free = group; free < group + GROUP; free++) {
            if (places.get(free) == null) {
                place = free;
                break;
            }
        }
        places.set(place, new Opened(id, state));
    }

    void clear() {
        for (int place = 0; place < PLACES; place++) {
            places.set(place, null);
        }
    }

    private static int group(String id) {
        int hash = id.hashCode();
        return (hash ^ hash >>> 16) & (PLACES - GROUP);
    }
}
