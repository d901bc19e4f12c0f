package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.Figures;
import dev.gatehouse.bench.load.Outcome;
import dev.gatehouse.bench.subject.LiveHeap;
import dev.gatehouse.bench.subject.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** What a call costs when the gateway knows 100,000 clients, beside what it costs with 10; and what a client weighs. */
@Command(
        name = "crowd",
        mixinStandardHelpOptions = true,
        description = "CPU of a call and live heap of the gateway with 100,000 clients against 10.")
public final class CrowdCommand extends ScaleCommand {

    private static final int FEW = 10;
    private static final int MANY = 100_000;
    private static final int IDENTITIES = 2048;
    private static final int CONNECTIONS = 16;

    @Override
    void measure(Scene scene, PrintStream out) throws IOException {
        int rounds = quick ? 1 : 5;
        Duration length = Duration.ofSeconds(quick ? 1 : 2);
        Duration warmUp = Duration.ofSeconds(quick ? 2 : 8);
        List<Outcome> few = new ArrayList<>();
        List<Outcome> many = new ArrayList<>();
        try (Target small = scene.targets().gatehouse(scene.upstream(), FEW);
                Target large = scene.targets().gatehouse(scene.upstream(), MANY)) {
            LiveHeap before = LiveHeap.of(small.process().pid());
            LiveHeap after = LiveHeap.of(large.process().pid());
            Crowd smallCrowd = Crowd.of(small, FEW, FEW, CONNECTIONS);
            Crowd largeCrowd = Crowd.of(large, MANY, IDENTITIES, CONNECTIONS);
            smallCrowd.run(Duration.ZERO, warmUp);
            largeCrowd.run(Duration.ZERO, warmUp);
            for (int i = 0; i < rounds; i++) {
                few.add(smallCrowd.run(Duration.ofMillis(200), length));
                many.add(largeCrowd.run(Duration.ofMillis(200), length));
            }
            print(few, many, before, after, out);
        }
    }

    private static void print(List<Outcome> few, List<Outcome> many, LiveHeap before, LiveHeap after, PrintStream out) {
        double[] ratios = new double[few.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = many.get(i).cpuMicros() / few.get(i).cpuMicros();
        }
        long bytes = after.bytes() - before.bytes();
        out.println();
        out.println("### 100,000 clients against 10");
        out.println();
        out.printf(
                "CPU per call of 100 B, c=%d, %d random tokens: **%.2f** (%.1f us against %.1f us)%n",
                CONNECTIONS,
                IDENTITIES,
                Figures.median(ratios),
                Figures.median(many.stream().mapToDouble(Outcome::cpuMicros).toArray()),
                Figures.median(few.stream().mapToDouble(Outcome::cpuMicros).toArray()));
        out.printf(
                "Live heap of the process: %.1f MiB against %.1f MiB, %.0f bytes a client (directory mode, manifests kept)%n",
                after.mebibytes(), before.mebibytes(), (double) bytes / (MANY - FEW));
        faults(few, many).forEach(fault -> out.println("FAULT " + fault));
    }

    private static List<String> faults(List<Outcome> few, List<Outcome> many) {
        List<String> faults = new ArrayList<>();
        for (List<Outcome> outcomes : List.of(few, many)) {
            for (Outcome outcome : outcomes) {
                if (outcome.fault() != null) {
                    faults.add(outcome.fault());
                }
            }
        }
        return faults;
    }
}
