package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** The MCP endpoints: what each verb does for a client that is known. */
final class McpHandler implements AuthenticationHandler.Next {

    private static final Endpoint NOWHERE = new Endpoint.Aggregate();

    private final PostHandler post;
    private final StreamHandler stream;
    private final SessionEnd end;
    private final ClientLimits limits;

    McpHandler(PostHandler post, StreamHandler stream, SessionEnd end, ClientLimits limits) {
        this.post = post;
        this.stream = stream;
        this.end = end;
        this.limits = limits;
    }

    @Override
    public void handle(HttpServerExchange http, AccessSnapshot snapshot, Credential credential, Entry entry) {
        Endpoint endpoint = Routes.endpoint(http.getRequestPath(), snapshot, credential);
        var exchange = new McpExchange(http, snapshot, credential, endpoint == null ? NOWHERE : endpoint, entry);
        if (endpoint == null) {
            exchange.entry().wentTo(http.getRequestPath());
            exchange.refused(Grounds.NO_SUCH_ENDPOINT);
            Replies.empty(http, StatusCodes.NOT_FOUND);
        } else if (limits.admit(exchange)) {
            serve(exchange);
        }
    }

    private void serve(McpExchange exchange) {
        switch (exchange.http().getRequestMethod().toString()) {
            case "POST" -> post.handle(exchange);
            case "GET" -> stream.handle(exchange);
            case "DELETE" -> end.handle(exchange);
            default -> {
                exchange.refused(Grounds.VERB);
                exchange.http().getResponseHeaders().put(Headers.ALLOW, "POST, GET, DELETE");
                Replies.empty(exchange.http(), StatusCodes.METHOD_NOT_ALLOWED);
            }
        }
    }
}
