package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.SecretKeyRef;

/** Judges references by themselves: what cannot be a name will never be found, and the API server refuses it at once. */
final class RefCheck {

    private RefCheck() {}

    static void secret(SecretKeyRef ref, String path, Verdict verdict) {
        name(ref.name(), path + ".name", verdict);
        if (!Names.isDataKey(ref.key())) {
            verdict.invalid(path + ".key", path + ".key cannot be a key of a Secret.");
        }
    }

    static void allowList(AllowListRef ref, String path, Verdict verdict) {
        name(ref.name(), path + ".name", verdict);
        if (ref.namespace() != null && !Names.isDnsLabel(ref.namespace())) {
            verdict.invalid(path + ".namespace", path + ".namespace is no name of a namespace.");
        }
    }

    /** The name of an object of any kind. */
    static void name(String name, String path, Verdict verdict) {
        if (!Names.isObjectName(name)) {
            verdict.invalid(
                    path, path + " cannot be the name of an object; use lower-case letters, digits, \"-\" and \".\".");
        }
    }
}
