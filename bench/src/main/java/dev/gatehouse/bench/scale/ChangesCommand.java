package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.subject.Manifests;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Probe;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;

/** From the edit of one client's file to its enforcement, as that client sees it, with more and more clients beside it. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description =
                "File edit to enforced at 10, 1,000 and 100,000 clients, revoking and granting in turn. About 1 min;"
                        + " --quick 30 s.")
public final class ChangesCommand extends ScaleCommand {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Override
    void measure(Scene scene, PrintStream out) throws IOException, InterruptedException {
        out.println();
        out.println("### File edit to enforced (ms)");
        out.println();
        out.println("| clients | edits | revoke p50 | revoke p99 | grant p50 | grant p99 | answers meanwhile |");
        out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int clients : List.of(10, 1_000, 100_000)) {
            measure(scene, clients, out);
        }
    }

    private void measure(Scene scene, int clients, PrintStream out) throws IOException, InterruptedException {
        Path folder = scene.targets().folder().resolve("changes-" + clients);
        Manifests manifests = manifests(scene, clients);
        manifests.write(folder);
        int edits = quick ? 5 : 50;
        var revoked = new Histogram(LIMIT.toNanos(), 3);
        var granted = new Histogram(LIMIT.toNanos(), 3);
        long answers = 0;
        try (MeasuredTarget gateway = scene.targets().gatehouse(folder, jvm());
                HttpClient client = HttpClient.newHttpClient()) {
            var probe = new Probe(client, gateway.address(), McpSession.open(client, gateway.address(), 0));
            answers += awaited(probe, true);
            Edit edit = grant -> manifests.edit(folder, grant);
            for (int i = 0; i < edits; i++) {
                answers += timed(edit, probe, false, revoked);
                answers += timed(edit, probe, true, granted);
            }
        }
        out.println("| %,d | %d | %s | %s | %d |"
                .formatted(clients, 2 * edits, columns(revoked), columns(granted), answers));
    }

    /** Gives one client its rights, or takes them away. */
    private interface Edit {
        void to(boolean granted) throws IOException;
    }

    private static long timed(Edit edit, Probe probe, boolean grant, Histogram histogram)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        edit.to(grant);
        long answers = awaited(probe, grant);
        histogram.recordValue(System.nanoTime() - start);
        return answers;
    }

    /** Asks until the answer is the wanted one; how often it asked. */
    private static long awaited(Probe probe, boolean granted) throws IOException, InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        long asked = 1;
        while (probe.isGranted() != granted) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("not enforced after " + LIMIT.toSeconds() + " s");
            }
            asked++;
        }
        return asked;
    }

    private static String columns(Histogram histogram) {
        return "%.1f | %.1f"
                .formatted(histogram.getValueAtPercentile(50) / 1e6, histogram.getValueAtPercentile(99) / 1e6);
    }
}
