package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** The targets of all servers that have been called, each as its server is configured now. Thread-safe. */
public final class UpstreamTargets {

    private final Map<ServerId, UpstreamTarget> targets = new ConcurrentHashMap<>();
    private final Trust trust;
    private final String userAgent;

    /** Gives the TLS context that judges a server's certificate. */
    @FunctionalInterface
    public interface Trust {

        /** @throws GeneralSecurityException and IOException when the server's CA certificates cannot be used */
        SSLContext of(UpstreamServer server) throws GeneralSecurityException, IOException;
    }

    /** @param userAgent what every request says of the gateway */
    public UpstreamTargets(Trust trust, String userAgent) {
        this.trust = trust;
        this.userAgent = userAgent;
    }

    /** The target of {@code server} exactly as configured there. */
    public UpstreamTarget of(UpstreamServer server) {
        UpstreamTarget target = targets.get(server.id());
        return target != null && isFor(target, server) ? target : replace(server);
    }

    /** Forgets servers that are gone and lets their connections go. */
    public void retain(Set<ServerId> servers) {
        targets.keySet().forEach(id -> {
            if (!servers.contains(id)) {
                UpstreamTarget gone = targets.remove(id);
                if (gone != null) {
                    gone.close();
                }
            }
        });
    }

    private UpstreamTarget replace(UpstreamServer server) {
        return Objects.requireNonNull(targets.compute(server.id(), (id, old) -> {
            if (old != null && isFor(old, server)) {
                return old;
            }
            if (old != null) {
                old.close();
            }
            return target(server);
        }));
    }

    /** By identity: a swap keeps the record of a server that has not changed, and comparing URIs would cost each call. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isFor(UpstreamTarget target, UpstreamServer server) {
        return target.server() == server;
    }

    private UpstreamTarget target(UpstreamServer server) {
        if (!"https".equals(server.url().getScheme())) {
            return new UpstreamTarget(server, userAgent, null, null);
        }
        try {
            var dial = new TlsDial(trust.of(server), server.timeouts().connect());
            return new UpstreamTarget(server, userAgent, dial, null);
        } catch (GeneralSecurityException | IOException e) {
            return new UpstreamTarget(server, userAgent, null, FailureCause.CA); // the one thing that can be wrong
        }
    }
}
