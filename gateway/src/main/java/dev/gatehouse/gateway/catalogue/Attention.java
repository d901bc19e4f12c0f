package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Keeps one {@link ServerEar} on each server for all callers whose streams are open and who may use it, so that a list
 * that changes reaches them however many they are, at the cost of one stream a server. An ear outlives its last caller by
 * a few seconds: callers that come back in a crowd cause one stream. Thread-safe.
 */
public final class Attention implements AutoCloseable {

    private static final Duration LINGER = Duration.ofSeconds(5);

    private final UpstreamClient client;
    private final Catalogues catalogues;
    private final RandomGenerator random;
    private final Map<ServerId, Integer> attendants = new HashMap<>();
    private final Map<ServerId, ServerEar> ears = new HashMap<>();
    private Map<ServerId, UpstreamServer> configured = Map.of();
    private boolean closed;

    /** @param random spreads attempts to come back over time */
    public Attention(UpstreamClient client, Catalogues catalogues, RandomGenerator random) {
        this.client = client;
        this.catalogues = catalogues;
        this.random = random;
    }

    /** Of one caller with an open stream, as long as it is not closed. */
    public Attendance attend(List<UpstreamServer> servers, Grants grants) {
        var attendance = new Attendance(this);
        attendance.renew(servers, grants);
        return attendance;
    }

    /** These are the servers from now on. Does not block. */
    public synchronized void retain(Collection<UpstreamServer> servers) {
        configured = servers.stream().collect(Collectors.toMap(UpstreamServer::id, Function.identity()));
        for (ServerEar ear : List.copyOf(ears.values())) {
            if (!ear.server().equals(configured.get(ear.server().id()))) {
                ears.remove(ear.server().id());
                ear.close();
            }
        }
        attendants.keySet().forEach(this::listen);
    }

    synchronized void come(ServerId server) {
        attendants.merge(server, 1, Integer::sum);
        listen(server);
    }

    synchronized void leave(ServerId server) {
        attendants.computeIfPresent(server, (_, count) -> count > 1 ? count - 1 : null);
        ServerEar ear = ears.get(server);
        if (ear != null && !attendants.containsKey(server)) {
            ear.after(LINGER, () -> closeUnattended(ear));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        ears.values().forEach(ServerEar::close);
        ears.clear();
    }

    private void listen(ServerId id) {
        UpstreamServer server = configured.get(id);
        if (server != null && !closed && !ears.containsKey(id)) {
            ears.put(id, ServerEar.on(server, client, catalogues, random));
        }
    }

    private synchronized void closeUnattended(ServerEar ear) {
        ServerId id = ear.server().id();
        if (!attendants.containsKey(id) && ears.remove(id, ear)) {
            ear.close();
        }
    }
}
