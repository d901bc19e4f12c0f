package dev.gatehouse.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The audit events that a gateway wrote, one JSON object a line. */
public final class AuditLog {

    private final Path file;

    AuditLog(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ObjectNode> events() {
        String text = text();
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Json::parseObject)
                .toList();
    }

    /** The events that match, as soon as there is at least one. */
    public List<ObjectNode> about(Predicate<ObjectNode> matching) {
        await().until(() -> events().stream().anyMatch(matching));
        return events().stream().filter(matching).toList();
    }

    /** The one event about {@code name}, a tool, prompt or resource as the upstream calls it. */
    public ObjectNode only(String name) {
        List<ObjectNode> events = about(event -> event.path("name").asText().equals(name));
        assertThat(events).as("audit events about %s", name).hasSize(1);
        return events.getFirst();
    }
}
