package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import io.undertow.util.HttpString;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;
import org.xnio.ssl.XnioSsl;

/**
 * An upstream server made ready for calls: what every request to it says is computed once, and each I/O thread keeps its
 * own connections. Thread-safe; replaced, never changed, when the server's configuration changes.
 */
public final class UpstreamTarget {

    private final UpstreamServer server;
    private final String hostHeader;
    private final String pathAndQuery;
    private final String userAgent;
    private final @Nullable XnioSsl ssl;
    private final @Nullable FailureCause obstacle;
    private final UpstreamAddress address;
    private final List<Credential> credentials;
    private final Map<XnioIoThread, ConnectionPool> pools = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** A credential header, ready to be put on a request. */
    record Credential(HttpString name, String value) {
        @Override
        public String toString() {
            return "Credential[" + name + "]";
        }
    }

    /** @param obstacle absent: calls can be made */
    UpstreamTarget(UpstreamServer server, String userAgent, @Nullable XnioSsl ssl, @Nullable FailureCause obstacle) {
        URI url = server.url();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        this.server = server;
        this.hostHeader = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
        this.pathAndQuery = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        this.userAgent = userAgent;
        this.ssl = ssl;
        this.obstacle = server.transport() == Transport.SSE ? FailureCause.TRANSPORT : obstacle;
        this.address = new UpstreamAddress(url.getHost());
        var headers = new ArrayList<Credential>();
        for (UpstreamServer.Header header : server.headers()) {
            headers.add(new Credential(
                    HttpString.tryFromString(header.name()), header.value().text()));
        }
        this.credentials = List.copyOf(headers);
    }

    public UpstreamServer server() {
        return server;
    }

    String hostHeader() {
        return hostHeader;
    }

    String pathAndQuery() {
        return pathAndQuery;
    }

    String userAgent() {
        return userAgent;
    }

    /** Why no call to it can be made at all; null: there is nothing in the way. */
    @Nullable
    FailureCause obstacle() {
        return obstacle;
    }

    UpstreamAddress address() {
        return address;
    }

    @Nullable
    XnioSsl ssl() {
        return ssl;
    }

    List<Credential> credentials() {
        return credentials;
    }

    boolean closed() {
        return closed;
    }

    /** The connections of {@code thread}, which must be the calling one. */
    ConnectionPool pool(XnioIoThread thread) {
        ConnectionPool pool = pools.get(thread);
        return pool != null ? pool : pools.computeIfAbsent(thread, t -> new ConnectionPool(this, t));
    }

    /** Lets idle connections go; those in use follow when their call ends. */
    void close() {
        closed = true;
        pools.forEach((thread, pool) -> thread.execute(pool::closeIdle));
    }
}
