package dev.gatehouse.gateway.upstream.rare;

import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.SecretValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(wanted.connect)
                .executor(executor);
        return wanted.ca == null
                ? builder.build()
                : builder.sslContext(trusting(wanted.ca)).build();
    }

    private static SSLContext trusting(SecretValue pem) throws GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        try {
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.bytes()))) {
                trusted.setCertificateEntry("ca-" + number++, certificate);
            }
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store must load", e);
        }
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
