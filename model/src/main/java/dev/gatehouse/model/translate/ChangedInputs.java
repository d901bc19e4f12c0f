package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which Secrets and external values differ between two worlds: who uses none of them needs no second look at its tokens. */
final class ChangedInputs {

    private final Map<String, Set<String>> namespacesBySecretName = new HashMap<>();
    private final Set<ExternalRef> externals = new HashSet<>();

    private ChangedInputs() {}

    static ChangedInputs between(World before, World after) {
        var changed = new ChangedInputs();
        changed.compareSecrets(before.secrets(), after.secrets());
        changed.compareExternals(before.externals(), after.externals());
        return changed;
    }

    boolean isEmpty() {
        return namespacesBySecretName.isEmpty() && externals.isEmpty();
    }

    boolean concern(Declaration declaration) {
        if (isEmpty()) {
            return false;
        }
        IssuedToken issue = declaration.issue();
        String namespace = declaration.namespace();
        return (issue != null && hasSecret(namespace, issue.secretName()))
                || declaration.tokens().stream().anyMatch(token -> concern(namespace, token));
    }

    private boolean concern(String namespace, TokenSource token) {
        if (token.secretRef() != null) {
            return hasSecret(namespace, token.secretRef().name());
        }
        return (token.file() != null && externals.contains(new ExternalRef.File(token.file())))
                || (token.env() != null && externals.contains(new ExternalRef.Env(token.env())));
    }

    private boolean hasSecret(String namespace, String name) {
        Set<String> namespaces = namespacesBySecretName.get(name);
        return namespaces != null && namespaces.contains(namespace);
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged Secret keeps its instance
    private void compareSecrets(List<Secret> before, List<Secret> after) {
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i) == after.get(j)) {
                i++;
                j++;
                continue;
            }
            int order = i == before.size()
                    ? 1
                    : j == after.size() ? -1 : Resource.BY_KEY.compare(before.get(i), after.get(j));
            note(order <= 0 ? before.get(i) : after.get(j));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private void note(Secret secret) {
        namespacesBySecretName
                .computeIfAbsent(secret.metadata().name(), absent -> new HashSet<>())
                .add(secret.metadata().namespace());
    }

    @SuppressWarnings("ReferenceEquality") // the same map holds the same values
    private void compareExternals(Map<ExternalRef, SecretValue> before, Map<ExternalRef, SecretValue> after) {
        if (before == after) {
            return;
        }
        after.forEach((ref, value) -> {
            if (!value.equals(before.get(ref))) {
                externals.add(ref);
            }
        });
        before.keySet().stream().filter(ref -> !after.containsKey(ref)).forEach(externals::add);
    }
}
