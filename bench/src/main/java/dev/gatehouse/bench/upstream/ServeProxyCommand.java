package dev.gatehouse.bench.upstream;

import dev.gatehouse.bench.traffic.Rights;
import dev.gatehouse.bench.traffic.Token;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the stock proxy until the process is stopped. */
@Command(name = "serve-proxy", hidden = true, description = "Serves Undertow's stock proxy in front of an upstream.")
public final class ServeProxyCommand implements Runnable {

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--upstream-port", required = true)
    private int upstreamPort;

    @Option(names = "--callers", required = true)
    private int callers;

    @Override
    public void run() {
        Map<String, Boolean> granted = new HashMap<>();
        Rights.tokens(callers).forEach(token -> granted.put(token.header(), true));
        granted.put(Token.BARRED.header(), false);
        StockProxy.start(port, URI.create("http://127.0.0.1:" + upstreamPort), granted);
        Parked.forGood();
    }
}
