package dev.gatehouse.bench;

import dev.gatehouse.bench.compare.CompareCommand;
import dev.gatehouse.bench.compare.LoadCommand;
import dev.gatehouse.bench.fleet.PropagationCommand;
import dev.gatehouse.bench.profile.ProfileCommand;
import dev.gatehouse.bench.scale.ChangesCommand;
import dev.gatehouse.bench.scale.CrowdCommand;
import dev.gatehouse.bench.scale.MemoryCommand;
import dev.gatehouse.bench.scale.RebuildCommand;
import dev.gatehouse.bench.scale.StartCommand;
import dev.gatehouse.bench.upstream.ServeProxyCommand;
import dev.gatehouse.bench.upstream.ServeUpstreamCommand;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the measurement that is named, or all of them. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the gateway beside nginx and a stock Undertow proxy, and the operator, on Linux. Judges"
                        + " nothing. Without a command everything: about 32 min; --quick 6 min. Times are those of two quiet cores.",
        subcommands = {
            CompareCommand.class,
            ProfileCommand.class,
            LoadCommand.class,
            ChangesCommand.class,
            RebuildCommand.class,
            CrowdCommand.class,
            StartCommand.class,
            MemoryCommand.class,
            PropagationCommand.class,
            ServeUpstreamCommand.class,
            ServeProxyCommand.class
        })
public final class BenchCommand implements Callable<Integer> {

    private static final List<String> ALL =
            List.of("compare", "profile", "changes", "rebuild", "crowd", "start", "memory", "propagation");

    @Option(names = "--quick", description = "Everything, once and short.")
    private boolean quick;

    private BenchCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        int worst = 0;
        for (String name : ALL) {
            List<String> arguments = quick ? List.of(name, "--quick") : List.of(name);
            worst = Math.max(worst, new CommandLine(new BenchCommand()).execute(arguments.toArray(String[]::new)));
        }
        return worst;
    }
}
