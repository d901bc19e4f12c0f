package dev.gatehouse.gateway.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which plane a path belongs to. Paths are compared as they stand, without decoding; the first row that fits counts. */
public final class Planes {

    /** @param path where it begins; whatever stands below belongs to it, too */
    public record Row(String path, PlaneService service) {

        boolean covers(String asked) {
            return asked.startsWith(path) && (asked.length() == path.length() || asked.charAt(path.length()) == '/');
        }
    }

    private final List<Row> rows;

    public Planes(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Null: the path belongs to no plane, so that nothing can be there for anybody. */
    @Nullable
    PlaneService at(String path) {
        for (Row row : rows) {
            if (row.covers(path)) {
                return row.service();
            }
        }
        return null;
    }
}
