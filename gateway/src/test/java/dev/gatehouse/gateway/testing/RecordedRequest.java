package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A request exactly as an upstream received it.
 *
 * @param rawBody one character for each byte (ISO-8859-1)
 * @param complete false: the sender closed the connection inside the body, so no server would have acted on it
 */
public record RecordedRequest(
        String method, String target, List<HeaderLine> headers, String rawBody, boolean complete) {

    public RecordedRequest {
        headers = List.copyOf(headers);
    }

    /** Every value of the header called {@code name}, in order. */
    public List<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(HeaderLine::value)
                .toList();
    }

    public String body() {
        return new String(rawBody.getBytes(ISO_8859_1), UTF_8);
    }

    public ObjectNode json() {
        return Json.parseObject(body());
    }

    /** The JSON-RPC method; empty where the body is not a request. */
    public String rpcMethod() {
        return rawBody.startsWith("{") && complete ? json().path("method").asText("") : "";
    }

    /** Whether {@code text} occurs anywhere in it: target, headers or body. */
    public boolean mentions(String text) {
        return target.contains(text)
                || body().contains(text)
                || headers.stream().anyMatch(header -> header.toString().contains(text));
    }
}
