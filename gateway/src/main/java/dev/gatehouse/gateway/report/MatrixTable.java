package dev.gatehouse.gateway.report;

import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.rights.RightsMatrix;
import dev.gatehouse.model.rights.Standing;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may use what, as rows of words: for a terminal in columns, for a spreadsheet as CSV (RFC 4180, with line feeds). */
public final class MatrixTable {

    private MatrixTable() {}

    public static void print(RightsMatrix matrix, PrintWriter out) {
        List<List<String>> rows = rows(matrix);
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    public static void printCsv(RightsMatrix matrix, PrintWriter out) {
        rows(matrix)
                .forEach(row -> out.println(
                        String.join(",", row.stream().map(MatrixTable::csv).toList())));
    }

    private static List<List<String>> rows(RightsMatrix matrix) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.concat(Stream.of("principal"), matrix.servers().stream().map(UpstreamServer::key))
                .toList());
        for (RightsMatrix.Row row : matrix.rows()) {
            rows.add(Stream.concat(Stream.of(name(row)), row.cells().stream().map(ReachText::of))
                    .toList());
        }
        return rows;
    }

    private static String name(RightsMatrix.Row row) {
        return row.standing() == Standing.ACTIVE
                ? row.principal().toString()
                : row.principal() + " (" + row.standing().label() + ")";
    }

    private static String csv(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
