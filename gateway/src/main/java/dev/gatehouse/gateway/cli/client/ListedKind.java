package dev.gatehouse.gateway.cli.client;

import static dev.gatehouse.gateway.cli.client.Table.column;
import static dev.gatehouse.gateway.cli.client.Table.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What {@code gatehouse ls} lists, where the management API has it, and which of its fields fit on a line. */
enum ListedKind {
    SERVERS("servers", "servers"),
    TOOLS("tools", "tools"),
    PROMPTS("prompts", "prompts"),
    RESOURCES("resources", "resources"),
    TEMPLATES("resource-templates", "resourceTemplates");

    private static final int DESCRIPTION_LENGTH = 80;

    private final String path;
    private final String member;

    ListedKind(String path, String member) {
        this.path = path;
        this.member = member;
    }

    /** The segment of the management API's path. */
    String path() {
        return path;
    }

    /** Where in the answer the list stands. */
    String member() {
        return member;
    }

    Table table() {
        return switch (this) {
            case SERVERS ->
                Table.of(
                        field("SERVER", "key"),
                        column(
                                "OBJECT",
                                row -> row.path("namespace").asText("") + "/"
                                        + row.path("name").asText("")),
                        field("PROTOCOL", "protocol"),
                        field("TOOLS", "tools"),
                        field("PROMPTS", "prompts"),
                        field("RESOURCES", "resources"),
                        column("STATUS", ListedKind::status));
            case TOOLS -> Table.of(field("TOOL", "name"), column("DESCRIPTION", ListedKind::description));
            case PROMPTS -> Table.of(field("PROMPT", "name"), column("DESCRIPTION", ListedKind::description));
            case RESOURCES -> located("URI", "uri");
            case TEMPLATES -> located("URI TEMPLATE", "uriTemplate");
        };
    }

    private static Table located(String heading, String member) {
        return Table.of(
                field(heading, member),
                field("SERVER", "server"),
                field("TYPE", "mimeType"),
                column("DESCRIPTION", ListedKind::description));
    }

    /** As it is written behind {@code ls}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String status(JsonNode server) {
        if (server.path("available").asBoolean(false)) {
            return "available";
        }
        String reason = server.path("reason").asText("");
        return reason.isEmpty() ? "unavailable" : "unavailable: " + reason;
    }

    private static String description(JsonNode item) {
        String text = item.path("description").asText("");
        return SafeText.shortened(text.isBlank() ? item.path("title").asText("") : text, DESCRIPTION_LENGTH);
    }
}
