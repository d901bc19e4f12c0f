package dev.gatehouse.gateway.cli.client;

import static dev.gatehouse.gateway.cli.client.Table.column;
import static dev.gatehouse.gateway.cli.client.Table.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code gatehouse get} shows to an administrator, and which of its fields fit on a line. */
enum AdminKind {
    CLIENTS,
    USERS,
    DECISIONS,
    FINDINGS,
    /** No list: the version of the configuration and what it counts. */
    CONFIG;

    Table table() {
        return switch (this) {
            case CLIENTS -> principals("CLIENT");
            case USERS -> principals("USER");
            case DECISIONS ->
                Table.of(
                        field("TIME", "time"),
                        column("PRINCIPAL", row -> principal(row.path("principal"))),
                        field("PLANE", "plane"),
                        field("METHOD", "method"),
                        column("TARGET", AdminKind::target),
                        field("VERDICT", "verdict"),
                        field("REASON", "reason"));
            case FINDINGS ->
                Table.of(
                        field("SEVERITY", "severity"),
                        field("OBJECT", "object"),
                        field("PATH", "path"),
                        field("REASON", "reason"),
                        field("MESSAGE", "message"));
            case CONFIG -> Table.of();
        };
    }

    /** As it is written behind {@code get}; also the path of the management API, and the member that holds the list. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Table principals(String heading) {
        return Table.of(
                column(
                        heading,
                        row -> row.path("namespace").asText("") + "/"
                                + row.path("name").asText("")),
                field("ROLE", "role"),
                column("STATUS", AdminKind::status),
                column("TOKENS", row -> names(row.path("tokens"))));
    }

    private static String status(JsonNode principal) {
        if (principal.path("suspended").asBoolean(false)) {
            return "suspended";
        }
        return principal.path("usable").asBoolean(true) ? "usable" : "unusable";
    }

    private static String names(JsonNode tokens) {
        return tokens.valueStream().map(token -> token.path("name").asText("")).collect(Collectors.joining(", "));
    }

    private static String principal(JsonNode principal) {
        return principal.isMissingNode()
                ? ""
                : Stream.of("kind", "namespace", "name")
                        .map(part -> principal.path(part).asText(""))
                        .collect(Collectors.joining("/"));
    }

    private static String target(JsonNode event) {
        return Stream.of("server", "name")
                .map(part -> event.path(part).asText(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
