package dev.gatehouse.gateway.relay;

import dev.gatehouse.model.access.ServerId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.xnio.XnioExecutor;

/**
 * When streams come back to upstreams that have been away. However many streams wait for a server, one of them tries, after
 * a pause that doubles with each attempt and is spread at random; when it gets through, the others follow. Confined to a
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

    private record Stream(BooleanSupplier isOver, Runnable dial) {}

    private static final class Waiting {
        private final ArrayDeque<Stream> streams = new ArrayDeque<>();
        private int attempts;
        private boolean timed;
    }

    /**
     * The server was not there, or has gone away: {@code dial} runs when it is time to try again.
     *
     * @param isOver nobody waits for the stream any more, so it need not dial, nor stand here
     */
    void later(ServerId server, BooleanSupplier isOver, Runnable dial) {
        Waiting of = waiting.computeIfAbsent(server, _ -> new Waiting());
        of.streams.add(new Stream(isOver, dial));
        if (!of.timed) {
            time(server, of);
        }
    }

    /** The server has answered: whoever waits for it may come. */
    void reached(ServerId server) {
        Waiting of = waiting.remove(server);
        if (of != null) {
            of.streams.forEach(stream -> stream.dial().run());
        }
    }

    private void time(ServerId server, Waiting of) {
        of.timed = true;
        of.attempts++;
        var _ = executor.executeAfter(() -> tryOne(server, of), pauseMillis(of.attempts), TimeUnit.MILLISECONDS);
    }

    /** The next timer does not depend on what becomes of this dial: who dialled may leave, or be refused for good. */
    private void tryOne(ServerId server, Waiting of) {
        if (waiting.get(server) != of) {
            return; // it was reached meanwhile, and all have dialled
        }
        of.timed = false;
        of.streams.removeIf(stream -> stream.isOver().getAsBoolean());
        Stream first = of.streams.poll();
        if (first != null) {
            first.dial().run();
        }
        if (!of.timed && !of.streams.isEmpty() && waiting.get(server) == of) {
            time(server, of);
        }
    }

    /** Half of the pause is fixed and half is chance. */
    private long pauseMillis(int attempts) {
        long whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, 16));
        return whole / 2 + random.nextLong(whole / 2 + 1);
    }
}
