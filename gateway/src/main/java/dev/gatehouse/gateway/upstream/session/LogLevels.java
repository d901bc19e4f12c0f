package dev.gatehouse.gateway.upstream.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The log levels that clients have asked for, of the {@value #MOST} sessions that did so last. Thread-safe. */
final class LogLevels {

    private static final int MOST = 10_000;

    private final SequencedMap<ClientSession, ObjectNode> levels = new LinkedHashMap<>();

    /** @param params of {@code logging/setLevel} */
    synchronized void put(ClientSession session, ObjectNode params) {
        levels.putLast(session, params);
        if (levels.size() > MOST) {
            levels.pollFirstEntry();
        }
    }

    synchronized @Nullable ObjectNode get(ClientSession session) {
        return levels.get(session);
    }

    synchronized void remove(ClientSession session) {
        levels.remove(session);
    }
}
