package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.resource.status.DiscoveryStatus;
import dev.gatehouse.model.resource.status.McpServerStatus;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.operator.status.ConditionReason.Course;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is new in a status compared with the one before. As it follows from what is written, nothing is told twice, not even
 * by another operator, and nothing is told while nothing is written.
 */
public final class Notices {

    /** How many of a kind one change of a status tells. */
    static final int MOST = 10;

    /** These come and go with the gateways and are nobody's mistake: telling them for every object helps nobody. */
    private static final Set<String> UNTOLD = Set.of(Course.PENDING.text(), Course.NO_GATEWAYS.text());

    private Notices() {}

    public static List<Notice> between(@Nullable ObservedStatus before, ObservedStatus after) {
        var notices = new ArrayList<Notice>();
        readiness(before, after).ifPresent(notices::add);
        var known = new HashSet<>(before == null ? List.of() : before.warnings());
        after.warnings().stream()
                .filter(warning -> !known.contains(warning))
                .limit(MOST)
                .forEach(warning -> notices.add(new Notice(Notice.Type.WARNING, EventReason.WARNING.text(), warning)));
        if (before instanceof McpServerStatus old && after instanceof McpServerStatus server) {
            notices.addAll(changedTools(old.discovered(), server.discovered()));
        }
        return notices;
    }

    private static Optional<Notice> readiness(@Nullable ObservedStatus before, ObservedStatus after) {
        Optional<Condition> was = Conditions.find(Situation.conditionsOf(before), ConditionType.READY);
        return Conditions.find(after.conditions(), ConditionType.READY)
                .filter(is -> is.status() == ConditionStatus.FALSE && !UNTOLD.contains(is.reason()))
                .filter(is -> was.filter(old -> old.status() == is.status()
                                && old.reason().equals(is.reason())
                                && old.message().equals(is.message()))
                        .isEmpty())
                .map(is -> new Notice(Notice.Type.WARNING, is.reason(), is.message()));
    }

    /** A tool whose description or schema is another than before may be one that nobody has approved. */
    private static List<Notice> changedTools(@Nullable DiscoveryStatus before, @Nullable DiscoveryStatus after) {
        if (before == null || after == null) {
            return List.of();
        }
        Map<String, String> known = new HashMap<>();
        before.toolDigests().forEach(tool -> known.put(tool.name(), tool.sha256()));
        return after.toolDigests().stream()
                .filter(tool -> known.containsKey(tool.name()) && !tool.sha256().equals(known.get(tool.name())))
                .limit(MOST)
                .map(tool -> new Notice(
                        Notice.Type.WARNING,
                        EventReason.TOOL_CHANGED.text(),
                        Sentence.bounded("The definition of the tool " + tool.name()
                                + " is another than before; read it again before you rely on it.")))
                .toList();
    }
}
