package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.translate.Reason;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Every reason that a condition can have. Programs match on them, so that none is used with another condition. */
public final class Vocabulary {

    /** Programmed or Ready is not True yet, and nobody need do anything. */
    public static final String PENDING = "Pending";

    public static final String NO_GATEWAYS = "NoGateways";
    public static final String SUSPENDED = "Suspended";

    private Vocabulary() {}

    /** The reasons that may stand with a condition. A condition that is True is named after itself, or {@link #SUSPENDED}. */
    public static Set<String> reasonsOf(ConditionType type) {
        var reasons = new HashSet<String>();
        switch (type) {
            case ACCEPTED, RESOLVED_REFS -> reasons.addAll(findings(type));
            case PROGRAMMED -> reasons.addAll(Set.of(PENDING, NO_GATEWAYS));
            case READY -> {
                reasons.addAll(findings(ConditionType.ACCEPTED));
                reasons.addAll(findings(ConditionType.RESOLVED_REFS));
                reasons.addAll(Set.of(PENDING, NO_GATEWAYS, SUSPENDED));
            }
            case STALLED -> {
                reasons.addAll(findings(ConditionType.ACCEPTED));
                reasons.addAll(findings(ConditionType.RESOLVED_REFS));
            }
        }
        if (type != ConditionType.STALLED) {
            reasons.add(type.text());
        }
        return Set.copyOf(reasons);
    }

    private static Set<String> findings(ConditionType type) {
        var reasons = new HashSet<String>();
        Arrays.stream(Reason.values())
                .filter(reason -> reason != Reason.TOKEN_UNREADABLE)
                .filter(reason -> reason.condition().equals(type.text()))
                .forEach(reason -> reasons.add(reason.text()));
        return reasons;
    }
}
