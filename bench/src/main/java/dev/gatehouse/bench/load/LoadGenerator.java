package dev.gatehouse.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A closed loop: every caller has a connection of its own, and a fixed number of them has a request in flight; whoever has
 * waited longest sends the next one. One thread and one selector drive all of them, because a generator that spreads over
 * the cores takes them from the server that it measures. Loopback only; bounded in
 * time, and in count by {@value #MAX_REQUESTS} a run.
 */
public final class LoadGenerator {

    static final long MAX_REQUESTS = 50_000_000;
    private static final Duration STALL = Duration.ofSeconds(10);
    private static final long HIGHEST_LATENCY = Duration.ofMinutes(1).toNanos();

    private final InetSocketAddress address;
    private final Supplier<CpuTime> watchedCpu;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 17);

    /** @param watchedCpu CPU time that the process under measurement has used so far */
    public LoadGenerator(InetSocketAddress address, Supplier<CpuTime> watchedCpu) {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("the generator loads loopback addresses only");
        }
        this.address = address;
        this.watchedCpu = watchedCpu;
    }

    /**
     * Drives {@code callers} for {@code ramp}, which is not counted, and then for {@code measured}.
     *
     * @param inFlight how many of them wait for an answer at any time
     */
    public LoadOutcome run(List<LoadCaller> callers, int inFlight, Duration ramp, Duration measured)
            throws IOException {
        var connections = new ArrayDeque<Connection>();
        var idle = new ArrayDeque<Connection>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < callers.size(); i++) {
                connections.add(new Connection(callers.get(i), address, selector, i * 1_000_000L));
            }
            idle.addAll(connections);
            for (int i = 0; i < inFlight; i++) {
                idle.remove().send();
            }
            Phase ramped = loop(selector, new Phase(ramp, idle));
            if (ramped.fault != null) {
                return outcome(ramped, Duration.ZERO, CpuTime.NONE);
            }
            CpuTime watchedBefore = watchedCpu.get();
            long ownBefore = ownCpuNanos();
            Phase phase = loop(selector, new Phase(measured, idle));
            Duration own = Duration.ofNanos(ownCpuNanos() - ownBefore);
            CpuTime watched = watchedCpu.get().minus(watchedBefore);
            loop(selector, Phase.last(inFlight));
            return outcome(phase, own, watched);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private Phase loop(Selector selector, Phase phase) throws IOException {
        while (phase.goesOn()) {
            if (selector.select(key -> phase.serve(key, in), STALL.toMillis()) == 0) {
                phase.fault = "no answer for " + STALL.toSeconds() + " s";
            }
        }
        phase.elapsed = System.nanoTime() - phase.start;
        return phase;
    }

    private static LoadOutcome outcome(Phase phase, Duration own, CpuTime watched) {
        return new LoadOutcome(
                phase.requests, Duration.ofNanos(phase.elapsed), own, watched, phase.latency, phase.fault);
    }

    private static long ownCpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** One stretch of the loop and what was seen in it. */
    private static final class Phase {

        private final long start = System.nanoTime();
        private final long end;
        private final long limit;
        private final Deque<Connection> idle;
        private final Histogram latency = new Histogram(HIGHEST_LATENCY, 3);
        private long requests;
        private long elapsed;
        private @Nullable String fault;

        Phase(Duration duration, Deque<Connection> idle) {
            this(duration, MAX_REQUESTS, idle);
        }

        private Phase(Duration duration, long limit, Deque<Connection> idle) {
            end = start + duration.toNanos();
            this.limit = limit;
            this.idle = idle;
        }

        /** Takes the answers that are still out and sends nothing, so that no connection is cut in the middle. */
        static Phase last(int outstanding) {
            return new Phase(STALL, outstanding, new ArrayDeque<>());
        }

        boolean goesOn() {
            return fault == null && requests < limit && System.nanoTime() < end;
        }

        void serve(SelectionKey key, ByteBuffer in) {
            Connection connection = (Connection) key.attachment();
            try {
                if (key.isWritable()) {
                    connection.write();
                }
                if (key.isReadable() && connection.read(in)) {
                    completed(connection);
                }
            } catch (IOException e) {
                fault = "connection failed: " + e.getMessage();
            }
        }

        private void completed(Connection connection) throws IOException {
            String wrong = connection.fault();
            if (wrong != null) {
                fault = wrong;
                return;
            }
            latency.recordValue(Math.min(HIGHEST_LATENCY, System.nanoTime() - connection.sentAt()));
            requests++;
            if (limit == MAX_REQUESTS) {
                idle.add(connection);
                idle.remove().send();
            }
        }
    }
}
