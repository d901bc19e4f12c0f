package dev.gatehouse.operator.secrets;

import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.pki.CertificateKeeper;
import dev.gatehouse.operator.pki.CertificateStore;
import dev.gatehouse.operator.pki.CertificateStore.Entry;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the certificates and keys of the fleet, and renews them in time. The very first are made by whichever operator comes
 * first, as nobody can lead without; from then on the leader writes.
 */
public final class SecretKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SecretKeeper.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** A Secret that somebody has deleted is noticed after this long at the latest. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final CertificateStore store;
    private final CertificateKeeper certificates;
    private final Duration turn;
    private final BooleanSupplier leading;
    private final Clock clock;
    private final RandomGenerator random;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("secrets").daemon().factory(), new DiscardPolicy());

    // of the thread
    private @Nullable ScheduledFuture<?> timer;

    /** @param turn how long session keys seal */
    public SecretKeeper(
            CertificateStore store,
            CertificateKeeper certificates,
            Duration turn,
            BooleanSupplier leading,
            Clock clock,
            RandomGenerator random) {
        this.store = store;
        this.certificates = certificates;
        this.turn = turn;
        this.leading = leading;
        this.clock = clock;
        this.random = random;
    }

    /** Does what is due, on the caller's thread. */
    public Instant keep() throws IOException, GeneralSecurityException {
        Instant certificatesDue = certificates.keep();
        Instant keysDue = keepSessionKeys();
        return certificatesDue.isBefore(keysDue) ? certificatesDue : keysDue;
    }

    /** Goes on until the lead is lost. */
    public void leadTaken() {
        thread.execute(this::keepRegularly);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void keepRegularly() {
        if (!leading.getAsBoolean()) {
            return;
        }
        Duration pause = RETRY;
        try {
            Duration due = Duration.between(clock.instant(), keep());
            pause = due.compareTo(LONGEST_WAIT) < 0 ? due : LONGEST_WAIT;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue(OperatorLogKeys.REASON, e.getMessage())
                    .log("Keys or certificates could not be renewed");
        }
        ScheduledFuture<?> earlier = timer;
        if (earlier != null) {
            earlier.cancel(false);
        }
        timer = thread.schedule(this::keepRegularly, Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
    }

    private Instant keepSessionKeys() throws IOException {
        Optional<Entry> entry = store.read(SessionKeyring.SECRET);
        Optional<SessionKeyring> ring = entry.flatMap(SessionKeyring::of);
        Instant now = clock.instant();
        if (ring.isPresent() && now.isBefore(ring.get().turnsAt(turn))) {
            return ring.get().turnsAt(turn);
        }
        SessionKeyring next =
                ring.map(present -> present.turned(random, now)).orElseGet(() -> SessionKeyring.fresh(random, now));
        return store.write(SessionKeyring.SECRET, entry.map(Entry::revision), next.data()) ? next.turnsAt(turn) : now;
    }
}
