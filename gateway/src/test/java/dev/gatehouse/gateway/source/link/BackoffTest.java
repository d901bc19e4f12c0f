package dev.gatehouse.gateway.source.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(1));

    @Test
    void doublesToFiveSecondsWithAtMostHalfTakenOff() {
        long full = 200;
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
            full = Math.min(5000, 2 * full);
        }
    }

    @Test
    void beginsAnewAfterALinkThatWasOfUse() {
        for (int attempt = 0; attempt < 20; attempt++) {
            backoff.next();
        }
        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(200));
    }
}
