package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Machine;
import dev.gatehouse.bench.subject.Manifests;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.subject.MeasuredTargets;
import dev.gatehouse.bench.subject.RuleSets;
import dev.gatehouse.bench.subject.Scratch;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What the measurements of the gateway alone have in common: an upstream, a folder, a way to print. */
abstract class ScaleCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "Fewer repetitions.")
    boolean quick;

    @Option(names = "--shared-rules", description = "One allow-list for all clients instead of rules in each of them.")
    boolean sharedRules;

    /** Measures and prints a table to {@code out}. */
    abstract void measure(Scene scene, PrintStream out) throws IOException, InterruptedException;

    /** @param upstream the server behind every gateway that the measurement starts */
    record Scene(MeasuredTargets targets, MeasuredTarget upstream) {}

    /** So many clients, with rules of their own unless the command line says otherwise. */
    final Manifests manifests(Scene scene, int clients) {
        return new Manifests(
                scene.upstream().address().getPort(), clients, 0, sharedRules ? RuleSets.SHARED : RuleSets.OWN);
    }

    /** With room for 100,000 clients and the reading of their manifests. */
    Jvm jvm() {
        return Jvm.LAUNCHED.with("-Xmx1g");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Machine.describe());
        try (Scratch scratch = Scratch.create()) {
            var targets = new MeasuredTargets(scratch.folder(), jvm());
            try (MeasuredTarget upstream = targets.upstream()) {
                measure(new Scene(targets, upstream), System.out);
            }
        }
        return 0;
    }
}
