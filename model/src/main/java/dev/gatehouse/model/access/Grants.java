package dev.gatehouse.model.access;

import java.util.List;

/** All rights of a principal: the union of its rule sets. Principals with equal rights share one instance. */
public record Grants(List<RuleSet> ruleSets) {

    public static final Grants NONE = new Grants(List.of());

    public Grants {
        ruleSets = List.copyOf(ruleSets);
    }

    /**
     * Whether nothing was lost on the way from {@code before} to this: each earlier rule set has one here with the same or
     * more entries and the same or fewer exceptions. Conservative: a false only means that something may have been lost.
     */
    public boolean covers(Grants before) {
        return before.ruleSets.stream()
                .allMatch(earlier -> ruleSets.stream().anyMatch(now -> now.equals(earlier) || now.covers(earlier)));
    }
}
