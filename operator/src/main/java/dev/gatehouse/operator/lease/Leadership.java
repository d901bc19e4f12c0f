package dev.gatehouse.operator.lease;

import dev.gatehouse.operator.OperatorLogKeys;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contends for the lease for as long as it is open. One thread asks the API server, another one watches the deadline, so
 * that a leader whose requests hang stops in time all the same. Whoever writes asks {@link #isHeld()} right before.
 */
public final class Leadership implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final long FENCE_CHECK_MILLIS = 50;

    private final Candidate candidate;
    private final LeaseTimes times;
    private final LeadershipListener listener;
    private final ScheduledExecutorService contender = thread("lease");
    private final ScheduledExecutorService fence = thread("lease-fence");
    private boolean told;

    public Leadership(
            LeaseStore store, String identity, LeaseTimes times, InstantSource clock, LeadershipListener listener) {
        this.candidate = new Candidate(store, identity, times, System::nanoTime, clock);
        this.times = times;
        this.listener = listener;
    }

    public void start() {
        contender.execute(this::contend);
        var _ = fence.scheduleWithFixedDelay(this::tell, FENCE_CHECK_MILLIS, FENCE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether this process may act as the leader at this very moment. */
    public boolean isHeld() {
        return candidate.isHeld();
    }

    /** Stops acting as the leader, then gives the lease back, so that the next one need not wait for it to expire. */
    @Override
    public void close() {
        contender.shutdownNow();
        fence.shutdownNow();
        await(contender);
        stopLeading();
        try {
            candidate.giveBack();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("The lease could not be given back; it expires by itself");
        }
    }

    private void contend() {
        try {
            candidate.contend();
        } catch (RuntimeException e) {
            if (!contender.isShutdown()) {
                LOG.atWarn()
                        .addKeyValue(OperatorLogKeys.REASON, e.getMessage())
                        .log(isHeld() ? "The lease could not be renewed" : "The lease could not be read or taken");
            }
        }
        tell();
        if (!contender.isShutdown()) {
            long period = times.retryPeriod().toMillis() / (isHeld() ? 1 : 2);
            var _ = contender.schedule(this::contend, Math.max(1, period), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void tell() {
        boolean held = candidate.isHeld();
        if (held == told || contender.isShutdown()) {
            return;
        }
        if (held) {
            told = true;
            LOG.atInfo().log("This operator leads");
            listener.leadTaken(candidate.isFirst());
        } else {
            stopLeading();
        }
    }

    private synchronized void stopLeading() {
        if (told) {
            told = false;
            LOG.atInfo().log("This operator does not lead any more");
            listener.leadLost();
        }
    }

    private static void await(ScheduledExecutorService executor) {
        try {
            if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.atWarn().log("A request for the lease is still on its way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
