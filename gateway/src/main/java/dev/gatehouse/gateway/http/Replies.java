package dev.gatehouse.gateway.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;

/** Answers that are whole before they are sent. */
final class Replies {

    static final String JSON = "application/json";
    static final String EVENT_STREAM = "text/event-stream";

    private Replies() {}

    static void json(HttpServerExchange exchange, int status, ByteBuffer body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON);
        exchange.setResponseContentLength(body.remaining());
        exchange.getResponseSender().send(body);
    }

    static void empty(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status).endExchange();
    }
}
