package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.Figures;
import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Readiness;
import dev.gatehouse.bench.subject.ServerProcess;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Probe;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** From the start of the process to the answer of its first call, without and with an ahead-of-time cache. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Start-up to the first good call, with and without a JDK 25 AOT cache, and with 100,000 clients."
                + " About 1 min; --quick 30 s.")
public final class StartCommand extends ScaleCommand {

    @Override
    void measure(Scene scene, PrintStream out) throws IOException, InterruptedException {
        int starts = quick ? 2 : 7;
        Path few = folder(scene, 10);
        Path many = folder(scene, 100_000);
        Path cache = scene.targets().folder().resolve("gatehouse.aot");
        train(scene, few, cache);
        out.println();
        out.println("### Start-up to the first good call (ms)");
        out.println();
        out.println("| start | median | lowest | highest | CPU, median |");
        out.println("| --- | ---: | ---: | ---: | ---: |");
        row(scene, "plain JVM, 10 clients", few, jvm(), starts, out);
        if (Files.exists(cache)) {
            row(scene, "AOT cache, 10 clients", few, jvm().with("-XX:AOTCache=" + cache), starts, out);
        } else {
            out.println("the JVM wrote no AOT cache");
        }
        row(scene, "plain JVM, 100,000 clients", many, jvm(), Math.min(3, starts), out);
    }

    private Path folder(Scene scene, int clients) {
        Path folder = scene.targets().folder().resolve("start-" + clients);
        manifests(scene, clients).write(folder);
        return folder;
    }

    private void train(Scene scene, Path manifests, Path cache) throws IOException, InterruptedException {
        Jvm recording = jvm().with("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error", "-Xlog:cds=error");
        try (ServerProcess process = scene.targets().startGatehouse(manifests, recording)) {
            firstCall(process, 200);
        }
    }

    private static void row(Scene scene, String title, Path manifests, Jvm jvm, int starts, PrintStream out)
            throws IOException, InterruptedException {
        double[] elapsed = new double[starts];
        double[] cpu = new double[starts];
        for (int i = 0; i < starts; i++) {
            long start = System.nanoTime();
            try (ServerProcess process = scene.targets().startGatehouse(manifests, jvm)) {
                firstCall(process, 1);
                elapsed[i] = (System.nanoTime() - start) / 1e6;
                cpu[i] = process.cpu().whole().toMillis();
            }
        }
        out.println("| %s | **%.0f** | %.0f | %.0f | %.0f |"
                .formatted(
                        title,
                        Figures.median(elapsed),
                        Figures.lowest(elapsed),
                        Figures.highest(elapsed),
                        Figures.median(cpu)));
    }

    private static void firstCall(ServerProcess process, int calls) throws IOException, InterruptedException {
        new Readiness(process).await();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var probe = new Probe(client, process.address(), McpSession.open(client, process.address(), 0));
            for (int i = 0; i < calls; i++) {
                if (!probe.isGranted()) {
                    throw process.failure("refused the first call");
                }
            }
        }
    }
}
