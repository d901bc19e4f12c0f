package dev.gatehouse.gateway.upstream.thread;

import dev.gatehouse.gateway.tls.TrustedCa;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** HTTP clients, one for each combination of trust and connect timeout, as both belong to a client. Thread-safe. */
final class Connections implements AutoCloseable {

    private record Wanted(@Nullable SecretValue ca, Duration connect) {
        static Wanted by(UpstreamServer server) {
            return new Wanted(server.ca(), server.timeouts().connect());
        }
    }

    private final Map<Wanted, HttpClient> clients = new ConcurrentHashMap<>();
    private final Executor executor;

    Connections(Executor executor) {
        this.executor = executor;
    }

    /** @throws GeneralSecurityException when the server's CA certificates cannot be read */
    HttpClient to(UpstreamServer server) throws GeneralSecurityException {
        Wanted wanted = Wanted.by(server);
        HttpClient known = clients.get(wanted);
        if (known != null) {
            return known;
        }
        HttpClient made = make(wanted);
        HttpClient earlier = clients.putIfAbsent(wanted, made);
        if (earlier == null) {
            return made;
        }
        made.shutdownNow();
        return earlier;
    }

    /** Lets go of clients that none of these servers wants; requests under way end first. */
    void retain(Collection<UpstreamServer> servers) {
        Set<Wanted> wanted = new HashSet<>();
        servers.forEach(server -> wanted.add(Wanted.by(server)));
        clients.forEach((key, client) -> {
            if (!wanted.contains(key) && clients.remove(key, client)) {
                client.shutdown();
            }
        });
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
        clients.clear();
    }

    private HttpClient make(Wanted wanted) throws GeneralSecurityException {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(wanted.connect)
                    .sslContext(TrustedCa.context(wanted.ca))
                    .executor(executor)
                    .build();
        } catch (IOException e) {
            throw new GeneralSecurityException("the CA holds no certificate", e);
        }
    }
}
