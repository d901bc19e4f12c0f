package dev.gatehouse.bench.drive;

import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.subject.ThreadKind;
import dev.gatehouse.bench.subject.ThreadTimes;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/**
 * Brings a JVM to the state of one that has run for an hour: every kind of traffic in turn, window by window, until none of
 * them becomes cheaper, or until {@code most} windows of each. What a JIT makes of one kind of traffic alone is faster
 * than what users see, and what it makes of a new kind comes at the cost of the others.
 *
 * @param fewest windows of each kind, whatever they say
 */
public record WarmUp(Duration window, int fewest, int most) {

    public static WarmUp thorough() {
        return new WarmUp(Duration.ofSeconds(1), 6, 20);
    }

    public static WarmUp quick() {
        return new WarmUp(Duration.ofMillis(300), 2, 2);
    }

    /** Puts one kind of traffic on a target for a while. */
    public interface Load {
        LoadOutcome run(Duration ramp, Duration length) throws IOException;
    }

    /** Warms {@code target} up with each of {@code loads} and prints how far that came. */
    public void run(MeasuredTarget target, Map<String, Load> loads, PrintStream out) throws IOException {
        var settling = new Settling();
        double jit = 0;
        while (settling.count() < fewest || (settling.count() < most && !settling.settled())) {
            ThreadTimes before = ThreadTimes.of(target.process().pid());
            for (Map.Entry<String, Load> load : loads.entrySet()) {
                LoadOutcome outcome = load.getValue().run(Duration.ZERO, window);
                if (outcome.fault() != null) {
                    out.println("warm-up of %s: FAULT %s: %s".formatted(target.name(), load.getKey(), outcome.fault()));
                }
                settling.add(load.getKey(), outcome.cpuMicros());
            }
            jit = ThreadTimes.of(target.process().pid()).minus(before).share(ThreadKind.JIT);
        }
        out.println(
                "warm-up of %s: %s after %d windows of %.1f s of each kind, JIT %.1f%% of its CPU in the last; us: %s"
                        .formatted(
                                target.name(),
                                settling.settled() ? "settled" : "still falling",
                                settling.count(),
                                window.toMillis() / 1e3,
                                jit * 100,
                                settling.describe()));
    }
}
