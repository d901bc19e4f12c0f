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
            verdict.invalid(path + ".selector", path + " " + AllowedNamespaces.SELECTOR_MISSING + ".");
        } else if (!selects && selector != null) {
            verdict.require(false, path + ".selector", AllowedNamespaces.SELECTOR_USELESS);
        } else if (selector != null) {
            if (selector.matchLabels().size() > LabelSelector.MOST_REQUIREMENTS
                    || selector.matchExpressions().size() > LabelSelector.MOST_REQUIREMENTS) {
                verdict.invalid(
                        path + ".selector",
                        path + ".selector has more than " + LabelSelector.MOST_REQUIREMENTS + " requirements.");
            }
            for (int i = 0; i < selector.matchExpressions().size(); i++) {
                check(selector.matchExpressions().get(i), path + ".selector.matchExpressions[" + i + "]", verdict);
            }
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
        verdict.require(
                listed != requirement.values().isEmpty(),
                path,
                listed ? LabelSelector.Requirement.VALUES_MISSING : LabelSelector.Requirement.VALUES_USELESS);
    }
}
