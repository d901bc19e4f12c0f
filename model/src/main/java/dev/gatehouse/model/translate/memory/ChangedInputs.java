package dev.gatehouse.model.translate.memory;

import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two worlds of that which tokens are read from: who reads none of it needs no second look at its
 * tokens.
 *
 * @param secrets those that came, went or changed
 */
public record ChangedInputs(List<SecretName> secrets, Set<ExternalRef> externals) {

    public ChangedInputs {
        secrets = List.copyOf(secrets);
        externals = Set.copyOf(externals);
    }

    public static ChangedInputs between(World before, World after) {
        return new ChangedInputs(
                secrets(before.secrets(), after.secrets()), externals(before.externals(), after.externals()));
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged Secret keeps its instance
    private static List<SecretName> secrets(List<Secret> before, List<Secret> after) {
        var changed = new ArrayList<SecretName>();
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
            changed.add(SecretName.of(order <= 0 ? before.get(i) : after.get(j)));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return changed;
    }

    @SuppressWarnings("ReferenceEquality") // the same map holds the same values
    private static Set<ExternalRef> externals(
            Map<ExternalRef, SecretValue> before, Map<ExternalRef, SecretValue> after) {
        var changed = new HashSet<ExternalRef>();
        if (before == after) {
            return changed;
        }
        after.forEach((ref, value) -> {
            if (!value.equals(before.get(ref))) {
                changed.add(ref);
            }
        });
        before.keySet().stream().filter(ref -> !after.containsKey(ref)).forEach(changed::add);
        return changed;
    }
}
