package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 off a socket without judging or normalising. Bytes become characters one to one (ISO-8859-1), so that a
 * text from here is still the exact bytes. Confined to one thread.
 */
final class WireReader {

    private final InputStream in;

    WireReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null when the peer closed before one began. */
    @Nullable
    String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            line.append((char) b);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    List<HeaderLine> headers() throws IOException {
        var headers = new ArrayList<HeaderLine>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(
                    colon < 0
                            ? new HeaderLine(line, "")
                            : new HeaderLine(
                                    line.substring(0, colon),
                                    line.substring(colon + 1).strip()));
        }
        return headers;
    }

    /** The body that {@code headers} announce; {@code untilClose}: whether one without a length ends with the connection. */
    Body body(List<HeaderLine> headers, boolean untilClose) throws IOException {
        if (contains(headers, "transfer-encoding", "chunked")) {
            return chunked();
        }
        for (HeaderLine header : headers) {
            if (header.isNamed("content-length")) {
                return exactly(Integer.parseInt(header.value()));
            }
        }
        return untilClose ? new Body(text(in.readAllBytes()), true) : new Body("", true);
    }

    /** The next chunk of a chunked body; empty after the last one; null when the peer closed first. */
    @Nullable
    String chunk() throws IOException {
        String size = line();
        if (size == null) {
            return null;
        }
        int semicolon = size.indexOf(';');
        int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
        Body chunk = exactly(length);
        if (length > 0) {
            line();
        } else {
            headers();
        }
        return chunk.complete() ? chunk.text() : null;
    }

    private Body chunked() throws IOException {
        var body = new StringBuilder();
        for (String chunk = chunk(); chunk == null || !chunk.isEmpty(); chunk = chunk()) {
            if (chunk == null) {
                return new Body(body.toString(), false);
            }
            body.append(chunk);
        }
        return new Body(body.toString(), true);
    }

    private Body exactly(int length) throws IOException {
        var bytes = new ByteArrayOutputStream(length);
        var buffer = new byte[8192];
        while (bytes.size() < length) {
            int read = in.read(buffer, 0, Math.min(buffer.length, length - bytes.size()));
            if (read < 0) {
                return new Body(text(bytes.toByteArray()), false);
            }
            bytes.write(buffer, 0, read);
        }
        return new Body(text(bytes.toByteArray()), true);
    }

    private static boolean contains(List<HeaderLine> headers, String name, String value) {
        return headers.stream()
                .anyMatch(header -> header.isNamed(name) && header.value().equalsIgnoreCase(value));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /** @param complete false: the peer closed before the announced end */
    record Body(String text, boolean complete) {}
}
