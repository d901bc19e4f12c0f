package dev.gatehouse.gateway.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.rights.Reach;
import dev.gatehouse.model.rights.RightsKind;
import dev.gatehouse.model.rights.RightsMatrix;
import java.io.PrintWriter;

/** Who may use what, as one JSON document. Servers of which somebody may use nothing are left out. */
public final class MatrixJson {

    private MatrixJson() {}

    public static void print(RightsMatrix matrix, PrintWriter out) {
        ObjectNode document = JsonReport.object();
        ArrayNode servers = document.putArray("servers");
        matrix.servers()
                .forEach(server -> servers.addObject()
                        .put("key", server.key())
                        .put("namespace", server.id().namespace())
                        .put("name", server.id().name()));
        ArrayNode principals = document.putArray("principals");
        matrix.rows().forEach(row -> write(row, matrix, principals.addObject()));
        JsonReport.print(document, out);
    }

    private static void write(RightsMatrix.Row row, RightsMatrix matrix, ObjectNode into) {
        into.put("principal", row.principal().toString())
                .put("standing", row.standing().name());
        ObjectNode servers = into.putObject("servers");
        for (int i = 0; i < matrix.servers().size(); i++) {
            RightsMatrix.Cell cell = row.cells().get(i);
            String key = matrix.servers().get(i).key();
            for (RightsKind kind : RightsKind.values()) {
                if (!(cell.reach(kind) instanceof Reach.Nothing)) {
                    write(cell.reach(kind), kind.label(), servers.withObjectProperty(key));
                }
            }
        }
    }

    private static void write(Reach reach, String sort, ObjectNode into) {
        switch (reach) {
            case Reach.Everything _ -> into.put(sort, "all");
            case Reach.Nothing _ -> into.put(sort, "none");
            case Reach.Some some -> {
                ArrayNode parts = into.putArray(sort);
                some.parts().forEach(part -> {
                    ObjectNode node = parts.addObject();
                    JsonReport.texts(node.putArray("patterns"), part.patterns());
                    if (!part.exceptions().isEmpty()) {
                        JsonReport.texts(node.putArray("except"), part.exceptions());
                    }
                });
            }
        }
    }
}
