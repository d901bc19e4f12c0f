package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.JsonText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A few names out of many, as they may be shown in logs and findings whoever chose them. Not thread-safe. */
final class ShownNames {

    private static final int MOST = 5;
    private static final int LONGEST = 80;

    private final Set<String> names = new LinkedHashSet<>();

    void add(String name) {
        if (names.size() < MOST) {
            String shown = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
            names.add(JsonText.quote(shown));
        }
    }

    /** Quoted, in the order in which they came. */
    List<String> list() {
        return List.copyOf(names);
    }

    /** Of so many in all: {@code "a", "b" and 3 more}. */
    static String text(List<String> examples, int all) {
        String listed = String.join(", ", examples);
        int more = all - examples.size();
        return more > 0 ? listed + " and " + more + " more" : listed;
    }
}
