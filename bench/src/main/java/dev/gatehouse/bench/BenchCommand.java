package dev.gatehouse.bench;

import dev.gatehouse.bench.compare.CompareCommand;
import dev.gatehouse.bench.upstream.ServeProxyCommand;
import dev.gatehouse.bench.upstream.ServeUpstreamCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs every measurement, or the one that is named. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the gateway beside nginx and a stock Undertow proxy. Prints ratios, judges nothing.",
        subcommands = {CompareCommand.class, ServeUpstreamCommand.class, ServeProxyCommand.class})
public final class BenchCommand {

    private BenchCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }
}
