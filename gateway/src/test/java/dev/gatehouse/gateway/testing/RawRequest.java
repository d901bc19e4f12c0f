package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A request before it is sent, every byte in the hands of the test.
 *
 * @param rawBody one character for each byte (ISO-8859-1)
 * @param framed whether {@code Content-Length} is added when the bytes are made; a test that frames for itself says no
 */
public record RawRequest(String method, String target, List<HeaderLine> headers, String rawBody, boolean framed) {

    public RawRequest {
        headers = List.copyOf(headers);
    }

    public static RawRequest post(String target, String body) {
        return of("POST", target)
                .with("Content-Type", "application/json")
                .with("Accept", "application/json, text/event-stream")
                .body(body);
    }

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(), "", true);
    }

    /** Adds a header line, also beside one of the same name. */
    public RawRequest with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new HeaderLine(name, value));
        return new RawRequest(method, target, more, rawBody, framed);
    }

    public RawRequest without(String name) {
        List<HeaderLine> fewer =
                headers.stream().filter(header -> !header.isNamed(name)).toList();
        return new RawRequest(method, target, fewer, rawBody, framed);
    }

    /** Replaces every header of that name by one. */
    public RawRequest replacing(String name, String value) {
        return without(name).with(name, value);
    }

    public RawRequest bearer(String token) {
        return replacing("Authorization", "Bearer " + token);
    }

    public RawRequest body(String text) {
        return bytes(text.getBytes(UTF_8));
    }

    public RawRequest bytes(byte[] body) {
        return new RawRequest(method, target, headers, new String(body, ISO_8859_1), framed);
    }

    public RawRequest method(String other) {
        return new RawRequest(other, target, headers, rawBody, framed);
    }

    public RawRequest target(String other) {
        return new RawRequest(method, other, headers, rawBody, framed);
    }

    /** Leaves the framing of the body to the headers that the test wrote. */
    public RawRequest unframed() {
        return new RawRequest(method, target, headers, rawBody, false);
    }

    byte[] bytes(String host) {
        var text = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (headers.stream().noneMatch(header -> header.isNamed("Host"))) {
            text.append("Host: ").append(host).append("\r\n");
        }
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        if (framed && (!rawBody.isEmpty() || method.equals("POST"))) {
            text.append("Content-Length: ").append(rawBody.length()).append("\r\n");
        }
        return text.append("\r\n").append(rawBody).toString().getBytes(ISO_8859_1);
    }
}
