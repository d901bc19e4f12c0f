package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.ssl.XnioSsl;

/** The targets of all servers that have been called, each as its server is configured now. Thread-safe. */
public final class UpstreamTargets {

    private final Map<ServerId, UpstreamTarget> targets = new ConcurrentHashMap<>();
    private final Function<UpstreamServer, SSLContext> trust;

    /** @param trust gives the TLS context that judges a server's certificate */
    public UpstreamTargets(Function<UpstreamServer, SSLContext> trust) {
        this.trust = trust;
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
            return new UpstreamTarget(server, tls(server));
        }));
    }

    /** By identity: a swap keeps the record of a server that has not changed, and comparing URIs would cost each call. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isFor(UpstreamTarget target, UpstreamServer server) {
        return target.server() == server;
    }

    private @Nullable XnioSsl tls(UpstreamServer server) {
        return "https".equals(server.url().getScheme())
                ? new UndertowXnioSsl(Xnio.getInstance(), OptionMap.EMPTY, trust.apply(server))
                : null;
    }
}
