package dev.gatehouse.gateway.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.RecordingUpstream.Behaviour;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An upstream that keeps callers waiting until the test lets them go. */
public final class Hold {

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger arrived = new AtomicInteger();

    /** Waits for the release, at most a minute, then does {@code then}. */
    public Behaviour before(Behaviour then) {
        return (request, reply) -> {
            arrived.incrementAndGet();
            try {
                assertThat(released.await(60, SECONDS)).as("held call released").isTrue();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            then.answer(request, reply);
        };
    }

    /** How many callers came so far. */
    public int arrived() {
        return arrived.get();
    }

    public void release() {
        released.countDown();
    }
}
