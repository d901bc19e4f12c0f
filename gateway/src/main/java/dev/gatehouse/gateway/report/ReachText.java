package dev.gatehouse.gateway.report;

import dev.gatehouse.model.rights.Reach;
import dev.gatehouse.model.rights.RightsKind;
import dev.gatehouse.model.rights.RightsMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody may use of a server, on one line. */
final class ReachText {

    static final String ALL = "all";
    static final String NOTHING = "-";

    private ReachText() {}

    /** {@code all}, {@code -}, or such as {@code tools get_*, list_* except get_secret*; prompts all}. */
    static String of(RightsMatrix.Cell cell) {
        if (everyReach(cell).allMatch(Reach.Everything.class::isInstance)) {
            return ALL;
        }
        List<String> sorts = new ArrayList<>();
        for (RightsKind kind : RightsKind.values()) {
            Reach reach = cell.reach(kind);
            if (!(reach instanceof Reach.Nothing)) {
                sorts.add(kind.label() + " " + of(reach));
            }
        }
        return sorts.isEmpty() ? NOTHING : String.join("; ", sorts);
    }

    private static String of(Reach reach) {
        return switch (reach) {
            case Reach.Everything _ -> ALL;
            case Reach.Nothing _ -> NOTHING;
            case Reach.Some some -> some.parts().stream().map(ReachText::of).collect(Collectors.joining(" | "));
        };
    }

    private static String of(Reach.Part part) {
        String patterns = joined(part.patterns());
        return part.exceptions().isEmpty() ? patterns : patterns + " except " + joined(part.exceptions());
    }

    private static String joined(List<String> patterns) {
        return patterns.stream().map(Visible::of).collect(Collectors.joining(", "));
    }

    private static Stream<Reach> everyReach(RightsMatrix.Cell cell) {
        return Stream.of(RightsKind.values()).map(cell::reach);
    }
}
