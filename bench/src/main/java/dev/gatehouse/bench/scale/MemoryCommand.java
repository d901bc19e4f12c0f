package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.load.Outcome;
import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import picocli.CommandLine.Command;

/** Resident memory of a small gateway under many callers. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Resident memory with -Xmx256m, before and under 256 concurrent callers.")
public final class MemoryCommand extends ScaleCommand {

    private static final int CALLERS = 256;

    @Override
    Jvm jvm() {
        return Jvm.LAUNCHED.with("-Xmx256m");
    }

    @Override
    void measure(Scene scene, PrintStream out) throws IOException {
        try (Target gateway = scene.targets().gatehouse(scene.upstream(), CALLERS)) {
            double idle = mebibytes(gateway);
            Crowd crowd = Crowd.of(gateway, CALLERS, CALLERS, CALLERS);
            Outcome outcome = crowd.run(Duration.ofSeconds(1), Duration.ofSeconds(quick ? 3 : 15));
            out.println();
            out.println("### Resident memory, -Xmx256m");
            out.println();
            out.printf(
                    "%.0f MiB when ready, **%.0f MiB** after %,d calls from %d callers%n",
                    idle, mebibytes(gateway), outcome.requests(), CALLERS);
            if (outcome.fault() != null) {
                out.println("FAULT " + outcome.fault());
            }
        }
    }

    private static double mebibytes(Target gateway) {
        return gateway.process().residentKib() / 1024.0;
    }
}
