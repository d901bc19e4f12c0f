package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.LabelSelector;
import dev.gatehouse.model.resource.Namespace;

/** Judges who may refer to an object. */
final class NamespaceCheck {

    private NamespaceCheck() {}

    static void check(AllowedNamespaces allowed, String path, Environment environment, Verdict verdict) {
        LabelSelector selector = allowed.selector();
        boolean selects = allowed.from() == AllowedNamespaces.From.SELECTOR;
        if (selects && selector == null) {
            verdict.invalid(path + ".selector", path + " has from: Selector without a selector; add one.");
        } else if (!selects && selector != null) {
            verdict.invalid(path + ".selector", path + ".selector has no effect; set from: Selector, or remove it.");
        } else if (selector != null) {
            if (selector.matchLabels().size() > LabelSelector.MOST_REQUIREMENTS
                    || selector.matchExpressions().size() > LabelSelector.MOST_REQUIREMENTS) {
                verdict.invalid(
                        path + ".selector",
                        path + ".selector has more than " + LabelSelector.MOST_REQUIREMENTS + " requirements.");
            }
            selector.matchExpressions().forEach(requirement -> check(requirement, path + ".selector", verdict));
            if (!environment.knowsLabels() && !selector.asksForNothingBut(Namespace.NAME_LABEL)) {
                verdict.warn(
                        path + ".selector",
                        path
                                + ".selector asks for labels of namespaces, which the operator may not read, and matches none;"
                                + " name the namespaces by the label " + Namespace.NAME_LABEL
                                + ", or let the operator list and watch namespaces.");
            }
        }
    }

    private static void check(LabelSelector.Requirement requirement, String path, Verdict verdict) {
        boolean listed = switch (requirement.operator()) {
            case IN, NOT_IN -> true;
            case EXISTS, DOES_NOT_EXIST -> false;
        };
        if (listed == requirement.values().isEmpty()) {
            verdict.invalid(
                    path,
                    path + " has a requirement on " + requirement.key()
                            + (listed ? " that lists no values; add some." : " whose operator takes no values."));
        }
    }
}
