package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each server's eras, or was known last: what a server may be asked changes when it is asked again, what
 * the aggregate is taken to consist of does not change because a server is away. Thread-safe.
 */
final class SpokenEras {

    /** A look at the clock while nothing happens. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private record Known(UpstreamServer server, Eras eras) {}

    private final UpstreamEras eras;
    private final Runnable changed;
    private final Map<ServerId, Known> known = new ConcurrentHashMap<>();

    /** @param changed runs when a server turns out to speak something else than before */
    SpokenEras(UpstreamEras eras, Runnable changed) {
        this.eras = eras;
        this.changed = changed;
    }

    /** Null: it has not answered in any era since it was configured like this. Does not block. */
    @Nullable
    Eras of(UpstreamServer server) {
        Eras now = eras.known(server);
        Eras last = last(server);
        if (now == null) {
            return last;
        }
        if (!now.equals(last)) {
            known.put(server.id(), new Known(server, now));
            changed.run();
        }
        return now;
    }

    private @Nullable Eras last(UpstreamServer server) {
        Known last = known.get(server.id());
        return last == null || !last.server().equals(server) ? null : last.eras();
    }

    /** Asks the server if nothing is known now. Blocks. */
    EraFinding find(UpstreamServer server) {
        EraFinding found = eras.find(server);
        if (found instanceof Eras) {
            var _ = of(server);
        }
        settled();
        return found;
    }

    /** Something was found out, or will not be: whoever waits looks again. */
    synchronized void settled() {
        notifyAll();
    }

    /** Waits until it is done, but not beyond the patience. */
    synchronized void await(BooleanSupplier done, Patience patience) {
        for (long left = left(patience); left > 0 && !done.getAsBoolean(); left = left(patience)) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, LOOK_NANOS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static long left(Patience patience) {
        return patience.deadline() - System.nanoTime();
    }

    void forget(ServerId server) {
        eras.forget(server);
    }

    void retain(Collection<UpstreamServer> servers) {
        eras.retain(servers);
        known.values().removeIf(each -> !servers.contains(each.server()));
    }
}
