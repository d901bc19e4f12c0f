package dev.gatehouse.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bench.load.CpuTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadTimesTest {

    @Test
    void threadsAreAddedUpByWhatTheyDo() {
        var times = new ThreadTimes(Map.of(
                1,
                stat("XNIO-1 I/O-1", 30),
                2,
                stat("audit", 10),
                3,
                stat("C2 CompilerThre", 20),
                4,
                stat("G1 Conc#0", 5)));
        assertThat(times.of(ThreadKind.JAVA)).isEqualTo(millis(40));
        assertThat(times.of(ThreadKind.JIT)).isEqualTo(millis(20));
        assertThat(times.of(ThreadKind.COLLECTOR)).isEqualTo(millis(5));
        assertThat(times.of(ThreadKind.RECORDER)).isEqualTo(CpuTime.NONE);
    }

    @Test
    void threadThatEndedTakesNothingFromTheOthers() {
        var before = new ThreadTimes(Map.of(1, stat("audit", 10), 2, stat("C2 CompilerThre", 500)));
        var after = new ThreadTimes(Map.of(1, stat("audit", 40), 3, stat("C2 CompilerThre", 10)));
        ThreadTimes grown = after.minus(before);
        assertThat(grown.of(ThreadKind.JAVA)).isEqualTo(millis(30));
        assertThat(grown.share(ThreadKind.JIT)).isEqualTo(0.25);
    }

    private static ProcStat stat(String name, long millis) {
        return new ProcStat(name, millis(millis));
    }

    private static CpuTime millis(long user) {
        return new CpuTime(Duration.ofMillis(user), Duration.ZERO);
    }
}
