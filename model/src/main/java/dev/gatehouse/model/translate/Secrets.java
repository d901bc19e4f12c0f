package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Secrets of a world, found by binary search in its sorted list: no index has to be built for a small change. */
final class Secrets {

    private final List<Secret> sorted;

    Secrets(List<Secret> sorted) {
        this.sorted = sorted;
    }

    /** The value that {@code ref} means, null and a finding at {@code path} if there is none that may be used. */
    @Nullable
    SecretValue find(String namespace, SecretKeyRef ref, String path, Verdict verdict) {
        Secret secret = find(namespace, ref.name());
        String name = namespace + "/" + ref.name();
        if (secret == null) {
            verdict.add(path, Reason.SECRET_NOT_FOUND, "There is no Secret " + name + "; create it in this namespace.");
            return null;
        }
        if (!secret.labelled()) {
            verdict.add(
                    path,
                    Reason.SECRET_UNLABELLED,
                    "Secret " + name + " lacks the label " + Secret.LABEL
                            + ": \"true\", without which it is not read.");
            return null;
        }
        SecretValue value = secret.data().get(ref.key());
        if (value == null || value.length() == 0) {
            verdict.add(
                    path,
                    Reason.SECRET_KEY_NOT_FOUND,
                    "Secret " + name + " has no value under the key " + ref.key() + ".");
            return null;
        }
        return value;
    }

    /** The Secret of this name, labelled or not. */
    @Nullable
    Secret find(String namespace, String name) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Secret candidate = sorted.get(middle);
            int byNamespace = candidate.metadata().namespace().compareTo(namespace);
            int order =
                    byNamespace != 0 ? byNamespace : candidate.metadata().name().compareTo(name);
            if (order == 0) {
                return candidate;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return null;
    }
}
