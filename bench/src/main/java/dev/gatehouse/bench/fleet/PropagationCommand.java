package dev.gatehouse.bench.fleet;

import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.LiveHeap;
import dev.gatehouse.bench.subject.Machine;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.subject.MeasuredTargets;
import dev.gatehouse.bench.subject.Scratch;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From the API server's answer to a write until every gateway answers accordingly, with more and more clients beside it and
 * more and more gateways; what a new gateway waits for; what a client weighs in the operator.
 */
@Command(
        name = "propagation",
        mixinStandardHelpOptions = true,
        description =
                "A write to a real API server to enforced by every gateway: revoke, grant, and change of a Secret."
                        + " About 5 min; --quick 30 s; 10 min more when the API server is yet to be built.")
public final class PropagationCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "100 clients and 5 changes of each kind.")
    private boolean quick;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "100,10000",
            description = "How many, ascending (default: ${DEFAULT-VALUE}); 100000 takes long.")
    private List<Integer> clients = List.of();

    @Option(
            names = "--gateways",
            split = ",",
            defaultValue = "1,3",
            description = "How many, ascending (default: ${DEFAULT-VALUE}).")
    private List<Integer> gateways = List.of();

    @Option(
            names = "--changes",
            defaultValue = "100",
            description = "How many of each kind (default: ${DEFAULT-VALUE}).")
    private int changes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Machine.describe());
        try (Scratch scratch = Scratch.create();
                MeasuredTarget upstream = new MeasuredTargets(scratch.folder(), jvm()).upstream();
                GatewayFleet fleet = GatewayFleet.start(jvm(), scratch);
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var declarations = new Declarations(fleet.namespace());
            declarations.applyBasics(upstream.address().getPort());
            measure(new Stage(fleet, declarations, http, threads), System.out);
        }
        return 0;
    }

    private void measure(Stage stage, PrintStream out) throws InterruptedException {
        out.println();
        out.println("### Write to enforced by all gateways (ms, p50 / p99 of %d)".formatted(count()));
        out.println();
        out.println(
                "| clients | gateways | revoke | grant | rotate | asking: a call / two tokens, p50 | rebuild, mean |");
        out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var asides = new StringBuilder();
        int declared = 0;
        for (int number : quick ? List.of(100) : clients) {
            long start = System.nanoTime();
            stage.declarations().createClients(declared, number);
            asides.append(
                    "%,d clients: created in %.1f s".formatted(number - declared, (System.nanoTime() - start) / 1e9));
            declared = number;
            asides.append(rows(stage, number, out));
        }
        out.println();
        out.print(asides);
    }

    /** Prints a row for each size of the fleet; what else there is to say of that many clients. */
    private String rows(Stage stage, int number, PrintStream out) throws InterruptedException {
        GatewayFleet fleet = stage.fleet();
        Duration ready = Duration.ZERO;
        for (int size : gateways) {
            while (fleet.gateways().size() < size) {
                ready = fleet.addGateway();
            }
            fleet.operator().awaitQuiet(number + 1);
            OperatorProcess.Rebuilds before = fleet.operator().rebuilds();
            var propagation = new Propagation(stage);
            propagation.run(count());
            double rebuild = fleet.operator().rebuilds().meanMillisSince(before);
            out.println("| %,d | %d | %s | %s | %.2f |"
                    .formatted(number, size, propagation.cells(), propagation.askingCells(), rebuild));
        }
        fleet.reduceTo(gateways.getFirst());
        return "; the newest gateway ready %.2f s after the start of its process; live heap of the operator %.1f MiB%n"
                .formatted(
                        ready.toMillis() / 1e3,
                        LiveHeap.of(fleet.operator().process().pid()).mebibytes());
    }

    private int count() {
        return quick ? 5 : changes;
    }

    /** The operator holds 100,000 clients in about a gibibyte. */
    private static Jvm jvm() {
        return Jvm.LAUNCHED.with("-Xmx4g");
    }
}
