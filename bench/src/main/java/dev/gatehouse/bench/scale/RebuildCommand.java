package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.Figures;
import dev.gatehouse.bench.subject.Machine;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translator;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What one changed client among 100,000 costs from the world to the swap, in this process, and what the snapshot weighs. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "World, translation and swap after one change at 100,000 clients; heap of the snapshot. About 20 s;"
                        + " --quick 10 s.")
public final class RebuildCommand implements Callable<Integer> {

    private static final int CLIENTS = 100_000;

    @Option(names = "--quick", description = "Fewer repetitions.")
    private boolean quick;

    /** The time of one rebuild, in milliseconds. */
    private record Step(double world, double translation, double swap) {
        double whole() {
            return world + translation + swap;
        }
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        out.println(Machine.describe());
        long nothing = usedBytes();
        var store = new AccessStore(Clock.systemUTC());
        time(store, out);
        long snapshot = usedBytes() - nothing;
        var kept = store.current();
        out.printf(
                "Heap of the snapshot of %,d clients: **%.1f MiB**, %.0f bytes a client%n",
                kept == null ? 0 : kept.principalCount(), snapshot / 1048576.0, (double) snapshot / CLIENTS);
        return 0;
    }

    private void time(AccessStore store, PrintStream out) {
        var population = new Population(CLIENTS);
        var translator = new Translator(Environment.DIRECTORY);
        Step first = rebuild(population, translator, store);
        int changes = quick ? 10 : 60;
        Step[] steps = new Step[changes];
        for (int i = 0; i < changes; i++) {
            population.change(i / 2 * 997 % CLIENTS, i % 2 == 1);
            steps[i] = rebuild(population, translator, store);
        }
        Step[] warm = Arrays.copyOfRange(steps, changes / 2, changes);
        out.println();
        out.println("### Rebuild after one change at 100,000 clients (ms, in process)");
        out.println();
        out.println("| | world | translation | delta and swap | whole |");
        out.println("| --- | ---: | ---: | ---: | ---: |");
        out.println(row("first load", new Step[] {first}));
        out.println(row("one change, first", new Step[] {steps[0]}));
        out.println(row("one change, median when warm", warm));
    }

    private static Step rebuild(Population population, Translator translator, AccessStore store) {
        long start = System.nanoTime();
        World world = population.world();
        long sorted = System.nanoTime();
        AccessConfig config = translator.translate(world).config();
        long translated = System.nanoTime();
        store.publish(config);
        long swapped = System.nanoTime();
        return new Step((sorted - start) / 1e6, (translated - sorted) / 1e6, (swapped - translated) / 1e6);
    }

    private static String row(String title, Step[] steps) {
        return "| %s | %.1f | %.1f | %.1f | **%.1f** |"
                .formatted(
                        title,
                        median(steps, Step::world),
                        median(steps, Step::translation),
                        median(steps, Step::swap),
                        median(steps, Step::whole));
    }

    private static double median(Step[] steps, ToDoubleFunction<Step> part) {
        return Figures.median(Arrays.stream(steps).mapToDouble(part).toArray());
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
