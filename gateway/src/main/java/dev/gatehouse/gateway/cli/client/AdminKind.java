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
                        column("PRINCIPAL", row -> joined(row.path("principal"), "/", "kind", "namespace", "name")),
                        field("PLANE", "plane"),
                        field("METHOD", "method"),
                        column("TARGET", row -> joined(row, " ", "server", "name")),
                        field("VERDICT", "verdict"),
                        field("GROUNDS", "grounds"),
                        field("OUTCOME", "outcome"));
            case FINDINGS ->
                Table.of(
                        field("SEVERITY", "severity"),
                        column("OBJECT", row -> joined(row, "/", "kind", "namespace", "name")),
                        field("FIELD", "path"),
                        column("PLACE", row -> joined(row, ":", "file", "line")),
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
                column("STATUS", row -> row.path("usable").asBoolean(false) ? "usable" : "unusable"),
                column("TOKENS", row -> names(row.path("tokens"))));
    }

    private static String names(JsonNode tokens) {
        return tokens.valueStream().map(token -> token.path("name").asText("")).collect(Collectors.joining(", "));
    }

    /** Those of the members that the row has. */
    private static String joined(JsonNode row, String separator, String... members) {
        return Stream.of(members)
                .map(member -> row.path(member).asText(""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(separator));
    }
}
