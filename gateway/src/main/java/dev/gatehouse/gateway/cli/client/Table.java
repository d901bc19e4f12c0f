package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A list as aligned columns. */
record Table(List<Column> columns) {

    private static final String GAP = "  ";

    /** One column; its cells may be any text. */
    record Column(String heading, Function<JsonNode, String> cell) {}

    static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    static Column column(String heading, Function<JsonNode, String> cell) {
        return new Column(heading, cell);
    }

    /** The text of the member {@code field}, where the row has it. */
    static Column field(String heading, String field) {
        return column(heading, row -> row.path(field).asText(""));
    }

    /** The heading and one line for each row; without rows, nothing. */
    String of(List<JsonNode> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        List<String[]> lines = rows.stream().map(this::cells).collect(Collectors.toList());
        lines.addFirst(columns.stream().map(Column::heading).toArray(String[]::new));
        int[] widths = new int[columns.size()];
        lines.forEach(line -> Arrays.setAll(widths, i -> Math.max(widths[i], width(line[i]))));
        return lines.stream().map(line -> aligned(line, widths) + "\n").collect(Collectors.joining());
    }

    private String[] cells(JsonNode row) {
        return columns.stream()
                .map(column -> SafeText.line(column.cell().apply(row)))
                .toArray(String[]::new);
    }

    private static String aligned(String[] cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(cells[i])
                    .append(" ".repeat(widths[i] - width(cells[i])))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
