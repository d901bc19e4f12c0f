package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.gateway.upstream.rare.UpstreamClient;
import dev.gatehouse.gateway.upstream.rare.UpstreamEras;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import java.util.List;

/**
 * What every upstream offers, kept fresh: fetched through the gateway's own upstream session at a configuration swap, on
 * need, after its time to live and when an upstream says that a list has changed. Thread-safe; no lock is held during
 * I/O.
 */
public final class Catalogues implements AutoCloseable {

    public Catalogues(UpstreamClient client, UpstreamEras eras, Clock clock) {}

    /** A configuration was swapped in: drops removed servers and starts fetching new ones. Does not block. */
    public void retain(List<UpstreamServer> servers) {}

    /** An upstream said that a list has changed. Does not block. */
    public void invalidate(ServerId server, ListKind kind) {}

    @Override
    public void close() {}
}
