package dev.gatehouse.bench.fleet;

import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Probe;
import dev.gatehouse.bench.traffic.Token;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;

/** The client whose token changes, at one gateway, in a session that outlives its tokens. */
record RotatedClient(HttpClient http, InetSocketAddress gateway, McpSession session) {

    static RotatedClient at(HttpClient http, InetSocketAddress gateway, Token token) {
        return new RotatedClient(http, gateway, McpSession.open(http, gateway, token, 0));
    }

    /** Whether a call with this token goes through; false: 401. */
    boolean isLetIn(Token token) throws IOException, InterruptedException {
        return new Probe(http, gateway, session.with(token)).isLetIn();
    }
}
