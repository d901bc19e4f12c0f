package dev.gatehouse.operator.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.access.TrustedIssuer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssuerWatchTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger reads = new AtomicInteger();
    private final List<TrustedIssuer> heard = new CopyOnWriteArrayList<>();
    private volatile @Nullable String keyId = "one";

    @Test
    void listenerHearsOnceWhatStaysTheSame() {
        try (IssuerWatch watch = watch(SOON, SOON)) {
            await().atMost(PATIENCE).until(() -> reads.get() > 5);

            assertThat(heard).hasSize(1);
            assertThat(watch.known()).contains(heard.getFirst());
        }
    }

    @Test
    void rotatedKeyIsHeardOfByItself() {
        try (IssuerWatch _ = watch(SOON, NEVER)) {
            await().atMost(PATIENCE).until(() -> heard.size() == 1);

            keyId = "two";

            await().atMost(PATIENCE).until(() -> heard.size() == 2);
            assertThat(heard.get(1).jwks()).contains("two");
        }
    }

    @Test
    void rotatedKeyIsHeardOfOnDemand() {
        try (IssuerWatch watch = watch(NEVER, NEVER)) {
            await().atMost(PATIENCE).until(() -> heard.size() == 1);
            keyId = "two";

            watch.refresh();

            await().atMost(PATIENCE).until(() -> heard.size() == 2);
        }
    }

    @Test
    void failureKeepsWhatWasKnown() {
        try (IssuerWatch watch = watch(SOON, SOON)) {
            await().atMost(PATIENCE).until(() -> heard.size() == 1);

            keyId = null;
            int before = reads.get();

            await().atMost(PATIENCE).until(() -> reads.get() > before + 5);
            assertThat(heard).hasSize(1);
            assertThat(watch.known()).contains(heard.getFirst());
        }
    }

    @Test
    void failureIsTriedAgainSoonerThanTheNextRegularRead() {
        keyId = null;
        try (IssuerWatch _ = watch(NEVER, SOON)) {
            await().atMost(PATIENCE).until(() -> reads.get() > 2);
            assertThat(heard).isEmpty();

            keyId = "one";

            await().atMost(PATIENCE).until(() -> heard.size() == 1);
        }
    }

    @Test
    void listenerThatFailsHearsAgain() {
        var failures = new AtomicInteger();
        IssuerListener listener = issuer -> {
            if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("a listener of this test fails");
            }
            heard.add(issuer);
        };
        try (IssuerWatch _ = IssuerWatch.start(new IssuerDiscovery(this::document), listener, NEVER, SOON)) {
            await().atMost(PATIENCE).until(() -> heard.size() == 1);
        }
    }

    private IssuerWatch watch(Duration interval, Duration retry) {
        return IssuerWatch.start(new IssuerDiscovery(this::document), heard::add, interval, retry);
    }

    private String document(String path) {
        if (path.equals(IssuerDiscovery.CONFIGURATION)) {
            return "{\"issuer\":\"https://cluster\"}";
        }
        reads.incrementAndGet();
        if (keyId == null) {
            throw new IllegalStateException("the API server of this test is away");
        }
        return "{\"keys\":[{\"kid\":\"" + keyId + "\"}]}";
    }
}
