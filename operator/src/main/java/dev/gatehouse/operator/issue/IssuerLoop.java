package dev.gatehouse.operator.issue;

import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.publish.Published;
import dev.gatehouse.operator.publish.PublishedListener;
import dev.gatehouse.operator.publish.Touched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the issuer look again whenever the world, the gateways or the time have moved on. */
public final class IssuerLoop implements PublishedListener, FleetListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerLoop.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Issuer issuer;
    private final Clock clock;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("issuer").daemon().factory(), new DiscardPolicy());

    // of the thread
    private @Nullable ScheduledFuture<?> timer;

    public IssuerLoop(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Looks again, soon; of many calls at once one counts. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            thread.execute(this::round);
        }
    }

    /** Looks at once, and again when it is known which gateways there are. */
    public void leadTaken(Duration gathering) {
        wake();
        var _ = thread.schedule(this::wake, gathering.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    @Override
    public void published(Published now, Touched touched, Duration took) {
        wake();
    }

    @Override
    public void changed(FleetState state) {
        wake();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void round() {
        woken.set(false);
        Optional<Instant> next = Optional.empty();
        try {
            next = issuer.round();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("Tokens could not be issued");
        }
        ScheduledFuture<?> earlier = timer;
        if (earlier != null) {
            earlier.cancel(false);
        }
        timer = next.map(this::wakeAt).orElse(null);
    }

    private ScheduledFuture<?> wakeAt(Instant time) {
        Duration wait = Duration.between(clock.instant(), time);
        long millis = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT.toMillis() : Math.max(1, wait.toMillis());
        return thread.schedule(this::wake, millis, TimeUnit.MILLISECONDS);
    }
}
