package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.Figures;
import dev.gatehouse.bench.drive.WarmUp;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.LiveHeap;
import dev.gatehouse.bench.subject.MeasuredTarget;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** What a call costs when the gateway knows 100,000 clients, beside what it costs with 10; and what a client weighs. */
@Command(
        name = "crowd",
        mixinStandardHelpOptions = true,
        description = "CPU of a call and live heap of the gateway with 100,000 clients against 10. About 2 min; --quick"
                + " 45 s.")
public final class CrowdCommand extends ScaleCommand {

    private static final int FEW = 10;
    private static final int MANY = 100_000;
    private static final int IDENTITIES = 2048;
    private static final int CONNECTIONS = 16;

    /** The same traffic on both, one right after the other. */
    private record Pair(LoadOutcome few, LoadOutcome many) {

        static Pair run(Crowd few, Crowd many, boolean fewFirst, Duration length) throws IOException {
            Duration ramp = Duration.ofMillis(200);
            if (fewFirst) {
                LoadOutcome first = few.run(ramp, length);
                return new Pair(first, many.run(ramp, length));
            }
            LoadOutcome first = many.run(ramp, length);
            return new Pair(few.run(ramp, length), first);
        }

        double ratio() {
            return many.cpuMicros() / few.cpuMicros();
        }
    }

    @Override
    void measure(Scene scene, PrintStream out) throws IOException {
        int rounds = quick ? 1 : 5;
        Duration length = Duration.ofSeconds(quick ? 1 : 2);
        WarmUp warmUp = quick ? new WarmUp(Duration.ofSeconds(1), 4, 4) : WarmUp.thorough();
        List<Pair> pairs = new ArrayList<>();
        try (MeasuredTarget small = scene.targets().gatehouse(manifests(scene, FEW), jvm());
                MeasuredTarget large = scene.targets().gatehouse(manifests(scene, MANY), jvm())) {
            LiveHeap before = LiveHeap.of(small.process().pid());
            LiveHeap after = LiveHeap.of(large.process().pid());
            Crowd few = Crowd.of(small, FEW, FEW, CONNECTIONS);
            Crowd many = Crowd.of(large, MANY, IDENTITIES, CONNECTIONS);
            warmUp.run(small, Map.of("calls of 10 clients", few::run), out);
            warmUp.run(large, Map.of("calls of 100,000 clients", many::run), out);
            for (int i = 0; i < rounds; i++) {
                pairs.add(Pair.run(few, many, i % 2 == 0, length));
            }
            print(pairs, out);
            print(before, after, out);
        }
    }

    private static void print(List<Pair> pairs, PrintStream out) {
        out.println();
        out.println("### 100,000 clients against 10");
        out.println();
        out.printf(
                "CPU per call of 100 B, c=%d, %d random tokens: **%.2f** (aim ≤ 1.08; %.1f us against %.1f us)%n",
                CONNECTIONS,
                IDENTITIES,
                median(pairs, Pair::ratio),
                median(pairs, pair -> pair.many.cpuMicros()),
                median(pairs, pair -> pair.few.cpuMicros()));
        for (Pair pair : pairs) {
            Stream.of(pair.few, pair.many)
                    .filter(outcome -> outcome.fault() != null)
                    .forEach(outcome -> out.println("FAULT " + outcome.fault()));
        }
    }

    private void print(LiveHeap before, LiveHeap after, PrintStream out) {
        out.printf(
                "Live heap of the process: %.1f MiB against %.1f MiB, %.0f bytes a client (directory mode, manifests kept,"
                        + " %s)%n",
                after.mebibytes(),
                before.mebibytes(),
                (double) (after.bytes() - before.bytes()) / (MANY - FEW),
                sharedRules ? "one rule set for all" : "a rule set for each");
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return Figures.median(pairs.stream().mapToDouble(figure).toArray());
    }
}
