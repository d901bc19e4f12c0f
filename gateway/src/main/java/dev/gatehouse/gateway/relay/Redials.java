package dev.gatehouse.gateway.relay;

import dev.gatehouse.model.access.ServerId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.xnio.XnioExecutor;

/**
 * When streams come back to upstreams that have been away. However many streams wait for a server, one of them tries, after
 * a pause that doubles with each failure and is spread at random; when it gets through, the others follow. Confined to a
 * lane.
 */
final class Redials {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;

    private final XnioExecutor executor;
    private final RandomGenerator random;
    private final Map<ServerId, Waiting> waiting = new HashMap<>();

    Redials(XnioExecutor executor, RandomGenerator random) {
        this.executor = executor;
        this.random = random;
    }

    private static final class Waiting {
        private final ArrayDeque<Runnable> streams = new ArrayDeque<>();
        private int failures;
        private boolean timed;
    }

    /** The server was not there, or has gone away: {@code dial} runs when it is time to try again. */
    void later(ServerId server, Runnable dial) {
        Waiting of = waiting.computeIfAbsent(server, _ -> new Waiting());
        of.streams.add(dial);
        if (!of.timed) {
            of.timed = true;
            of.failures++;
            var _ = executor.executeAfter(() -> tryOne(of), pauseMillis(of.failures), TimeUnit.MILLISECONDS);
        }
    }

    /** The server has answered: whoever waits for it may come. */
    void reached(ServerId server) {
        Waiting of = waiting.remove(server);
        if (of != null) {
            of.streams.forEach(Runnable::run);
        }
    }

    /** Half of the pause is fixed and half is chance. */
    private long pauseMillis(int failures) {
        long whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 16));
        return whole / 2 + random.nextLong(whole / 2 + 1);
    }

    private void tryOne(Waiting of) {
        of.timed = false;
        Runnable first = of.streams.poll();
        if (first != null) {
            first.run();
        }
    }
}
