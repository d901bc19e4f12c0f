package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.DataKey;
import dev.gatehouse.model.resource.LabelName;
import dev.gatehouse.model.resource.ObjectName;
import dev.gatehouse.model.resource.SecretKeyRef;

/** Judges references by themselves: what cannot be a name will never be found, and the API server refuses it at once. */
final class RefCheck {

    private RefCheck() {}

    static void secret(SecretKeyRef ref, String path, Verdict verdict) {
        verdict.require(ObjectName.SYNTAX, ref.name(), path + ".name");
        verdict.require(DataKey.SYNTAX, ref.key(), path + ".key");
    }

    static void allowList(AllowListRef ref, String path, Verdict verdict) {
        verdict.require(ObjectName.SYNTAX, ref.name(), path + ".name");
        if (ref.namespace() != null) {
            verdict.require(LabelName.SYNTAX, ref.namespace(), path + ".namespace");
        }
    }
}
