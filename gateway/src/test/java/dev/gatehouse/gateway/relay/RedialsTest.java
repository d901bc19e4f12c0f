package dev.gatehouse.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.ServerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.xnio.XnioExecutor;

class RedialsTest {

    private static final ServerId DEAD = new ServerId("team-a", "dead");

    private final Timers timers = new Timers();
    private final Redials redials = new Redials(timers, new Random(7));
    private int dials;

    @Test
    void manyStreamsThatWaitForOneServerCauseOneDialAtATime() {
        for (int stream = 0; stream < 20; stream++) {
            redials.later(DEAD, () -> false, this::dialInVain);
        }

        timers.fire();

        assertThat(dials).isEqualTo(1);
        assertThat(timers.pauses).hasSize(2);
    }

    @Test
    void pausesGrowAndStayBounded() {
        redials.later(DEAD, () -> false, this::dialInVain);
        for (int attempt = 0; attempt < 12; attempt++) {
            timers.fire();
        }

        for (int attempt = 0; attempt < timers.pauses.size(); attempt++) {
            long whole = Math.min(60_000, 1_000L << Math.min(attempt, 16));
            assertThat(timers.pauses.get(attempt)).isBetween(whole / 2, whole);
        }
    }

    @Test
    void pausesAreSpreadAtRandom() {
        for (int server = 0; server < 50; server++) {
            redials.later(new ServerId("team-a", "s" + server), () -> false, this::dialInVain);
        }

        assertThat(timers.pauses.stream().distinct().count()).isGreaterThan(30);
    }

    @Test
    void whenOneGetsThroughTheOthersFollow() {
        for (int stream = 0; stream < 3; stream++) {
            redials.later(DEAD, () -> false, () -> dials++);
        }
        timers.fire();

        redials.reached(DEAD);

        assertThat(dials).isEqualTo(3);
    }

    @Test
    void serverThatCameBackIsTriedSoonTheNextTime() {
        redials.later(DEAD, () -> false, this::dialInVain);
        for (int attempt = 0; attempt < 6; attempt++) {
            timers.fire();
        }
        timers.pauses.clear();

        redials.reached(DEAD);

        assertThat(timers.pauses.getFirst()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void streamThatIsOverLeavesTheDialToTheNext() {
        redials.later(DEAD, () -> true, () -> dials--);
        redials.later(DEAD, () -> false, () -> dials++);

        timers.fire();

        assertThat(dials).isEqualTo(1);
    }

    @Test
    void streamThatIsRefusedForGoodDoesNotStrandTheOthers() {
        redials.later(DEAD, () -> false, () -> {});
        redials.later(DEAD, () -> false, () -> dials++);

        timers.fire();
        timers.fire();

        assertThat(dials).isEqualTo(1);
    }

    @Test
    void timerOfAServerThatWasReachedMeanwhileDialsNobodyAgain() {
        redials.later(DEAD, () -> false, () -> dials++);
        redials.reached(DEAD);

        timers.fire();

        assertThat(dials).isEqualTo(1);
    }

    private void dialInVain() {
        dials++;
        redials.later(DEAD, () -> false, this::dialInVain);
    }

    /** Timers that fire when the test says so. */
    private static final class Timers implements XnioExecutor {

        private final List<Long> pauses = new ArrayList<>();
        private List<Runnable> waiting = new ArrayList<>();

        void fire() {
            List<Runnable> due = waiting;
            waiting = new ArrayList<>();
            due.forEach(Runnable::run);
        }

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public Key executeAfter(Runnable command, long time, TimeUnit unit) {
            pauses.add(unit.toMillis(time));
            waiting.add(command);
            return () -> waiting.remove(command);
        }

        @Override
        public Key executeAtInterval(Runnable command, long time, TimeUnit unit) {
            throw new UnsupportedOperationException("nobody repeats here");
        }
    }
}
