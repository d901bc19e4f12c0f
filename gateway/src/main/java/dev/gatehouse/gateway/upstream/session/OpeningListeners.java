package dev.gatehouse.gateway.upstream.session;

import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know when an upstream session of a client session opens. Thread-safe. */
final class OpeningListeners {

    private final Map<ClientSession, List<Consumer<UpstreamServer>>> listeners = new ConcurrentHashMap<>();

    /** @return what ends it */
    Runnable add(ClientSession session, Consumer<UpstreamServer> listener) {
        listeners.compute(session, (_, known) -> {
            List<Consumer<UpstreamServer>> more = known == null ? new CopyOnWriteArrayList<>() : known;
            more.add(listener);
            return more;
        });
        return () -> listeners.computeIfPresent(session, (_, known) -> {
            known.remove(listener);
            return known.isEmpty() ? null : known;
        });
    }

    void opened(ClientSession session, UpstreamServer server) {
        listeners.getOrDefault(session, List.of()).forEach(listener -> listener.accept(server));
    }
}
