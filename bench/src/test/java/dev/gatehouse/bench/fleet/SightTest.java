package dev.gatehouse.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SightTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void endsWithTheGatewayThatFollowsLast() throws InterruptedException {
        var asked = new AtomicInteger();
        FleetSight.Question slow = () -> asked.incrementAndGet() > 20;

        long nanos = new FleetSight(threads, List.of(() -> true, slow)).await();

        assertThat(asked).hasValue(21);
        assertThat(nanos).isGreaterThan(20_000_000L);
    }

    @Test
    void doesNotTakeAThirdAnswerForAnAnswer() {
        FleetSight.Question broken = () -> {
            throw new IllegalStateException("500");
        };

        assertThatThrownBy(() -> new FleetSight(threads, List.of(() -> true, broken)).await())
                .hasRootCauseMessage("500");
    }
}
