package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An answer as it came.
 *
 * @param status 0: the peer closed the connection without answering
 * @param rawBody one character for each byte (ISO-8859-1), chunking undone
 * @param whole false: the connection ended before the answer did
 */
public record RawResponse(int status, List<HeaderLine> headers, String rawBody, boolean whole) {

    public List<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(HeaderLine::value)
                .toList();
    }

    public String body() {
        return new String(rawBody.getBytes(ISO_8859_1), UTF_8);
    }

    public boolean isEvents() {
        return header("content-type").stream().anyMatch(type -> type.startsWith("text/event-stream"));
    }

    /** The messages of the body: of every event with data, or the one of a JSON body. */
    public List<ObjectNode> messages() {
        return isEvents()
                ? Event.parse(body()).stream()
                        .filter(event -> !event.data().isEmpty())
                        .map(event -> Json.parseObject(event.data()))
                        .toList()
                : List.of(Json.parseObject(body()));
    }

    /** The last message: the answer to the request. */
    public ObjectNode answer() {
        return messages().getLast();
    }

    public int errorCode() {
        return answer().path("error").path("code").asInt();
    }

    /** Everything that a caller can see except the date, which is nobody's secret. */
    public String visible() {
        return status
                + " "
                + headers.stream().filter(header -> !header.isNamed("date")).toList()
                + " " + rawBody;
    }
}
