package dev.gatehouse.model.access;

import java.util.List;

/** All rights of a principal: the union of its rule sets. Principals with equal rights share one instance. */
public record Grants(List<RuleSet> ruleSets) {

    public static final Grants NONE = new Grants(List.of());

    public Grants {
        ruleSets = List.copyOf(ruleSets);
    }
}
