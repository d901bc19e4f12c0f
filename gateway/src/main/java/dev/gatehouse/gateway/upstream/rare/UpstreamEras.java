package dev.gatehouse.gateway.upstream.rare;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Remembers which eras each upstream speaks, and finds out for those whose protocol is {@code Auto}. Thread-safe. */
public final class UpstreamEras {

    public UpstreamEras(UpstreamClient client, Clock clock) {}

    /** What is known without asking, or null; does not block. */
    public @Nullable Eras known(UpstreamServer server) {
        return null;
    }

    /** Asks if nothing is known; null when the upstream gave no usable answer. Blocks. */
    public @Nullable Eras find(UpstreamServer server) {
        return known(server);
    }

    /** Forgets, so that the next need asks again: to be called when an upstream refuses the era that we believed in. */
    public void forget(ServerId server) {}
}
