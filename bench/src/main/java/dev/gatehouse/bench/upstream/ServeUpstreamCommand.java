package dev.gatehouse.bench.upstream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the upstream until the process is stopped. */
@Command(name = "serve-upstream", hidden = true, description = "Serves the cheap MCP upstream.")
public final class ServeUpstreamCommand implements Runnable {

    @Option(names = "--port", required = true)
    private int port;

    @Override
    public void run() {
        McpUpstream.start(port);
        Parked.forGood();
    }
}
