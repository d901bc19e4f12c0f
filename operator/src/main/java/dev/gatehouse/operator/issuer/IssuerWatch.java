package dev.gatehouse.operator.issuer;

import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.operator.OperatorLogKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cluster's issuer known. The API server tells nobody when its keys change, so it is asked every {@link
 * #INTERVAL} and whenever somebody has a reason to; an API server publishes a new key well before it signs with it. What
 * was known stays when it cannot be asked. Thread-safe.
 */
public final class IssuerWatch implements AutoCloseable {

    public static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(IssuerWatch.class);

    /** After a failure. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final IssuerDiscovery discovery;
    private final IssuerListener listener;
    private final Duration interval;
    private final Duration retry;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("issuer").daemon().factory());
    private volatile @Nullable TrustedIssuer known;

    private IssuerWatch(IssuerDiscovery discovery, IssuerListener listener, Duration interval, Duration retry) {
        this.discovery = discovery;
        this.listener = listener;
        this.interval = interval;
        this.retry = retry;
    }

    /** Returns at once; the listener hears as soon as the API server has answered. */
    public static IssuerWatch start(IssuerDiscovery discovery, IssuerListener listener) {
        return start(discovery, listener, INTERVAL, RETRY);
    }

    static IssuerWatch start(IssuerDiscovery discovery, IssuerListener listener, Duration interval, Duration retry) {
        var watch = new IssuerWatch(discovery, listener, interval, retry);
        watch.thread.execute(watch::readRegularly);
        return watch;
    }

    /** What was read last. */
    public Optional<TrustedIssuer> known() {
        return Optional.ofNullable(known);
    }

    /** Asks once more, soon. */
    public void refresh() {
        if (!thread.isShutdown()) {
            thread.execute(this::read);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void readRegularly() {
        Duration pause = read() ? interval : retry;
        if (!thread.isShutdown()) {
            var _ = thread.schedule(this::readRegularly, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean read() {
        try {
            TrustedIssuer read = discovery.read();
            if (!read.equals(known)) {
                listener.changed(read);
                known = read;
                LOG.atInfo()
                        .addKeyValue(OperatorLogKeys.ISSUER, read.issuer())
                        .log("The cluster's token issuer has changed");
            }
            return true;
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.atWarn()
                        .addKeyValue(OperatorLogKeys.REASON, e.getMessage())
                        .log("The cluster's token issuer cannot be read; what was known of it stays in force");
            }
            return false;
        }
    }
}
