package dev.gatehouse.examples.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP request as the demo server received it, whether or not it led to anything.
 *
 * @param target path and query as sent
 * @param headers by lower-case name, values in the order of arrival
 * @param body one character for each byte (ISO 8859-1), so that no byte is lost
 */
public record HttpMessage(String verb, String target, Map<String, List<String>> headers, String body) {

    public HttpMessage {
        headers = Map.copyOf(headers);
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** All values of a header; empty when it is absent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
