package dev.gatehouse.model.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Whose credential is whose. One that two principals hold identifies neither, so that it is refused in both. Kept up to
 * date by what comes and goes, and remembers whom that touched.
 *
 * @param <C> a credential as a principal holds it
 * @param <K> what makes two credentials the same
 */
final class SoleOwners<C, K> {

    private final Function<PrincipalEntry, List<C>> credentials;
    private final Function<C, K> keyOf;
    private final Map<K, PrincipalEntry> sole = new HashMap<>();
    private final Map<K, List<PrincipalEntry>> contested = new HashMap<>();
    private final Set<PrincipalEntry> touched = Collections.newSetFromMap(new IdentityHashMap<>());

    SoleOwners(Function<PrincipalEntry, List<C>> credentials, Function<C, K> keyOf) {
        this.credentials = credentials;
        this.keyOf = keyOf;
    }

    void add(PrincipalEntry entry) {
        for (C credential : credentials.apply(entry)) {
            K key = keyOf.apply(credential);
            List<PrincipalEntry> contestants = contested.get(key);
            PrincipalEntry other = contestants == null ? sole.remove(key) : null;
            if (contestants != null) {
                contestants.add(entry);
                touched.addAll(contestants);
            } else if (other != null) {
                contested.put(key, new ArrayList<>(List.of(other, entry)));
                touched.add(other);
            } else {
                sole.put(key, entry);
            }
        }
    }

    void remove(PrincipalEntry entry) {
        for (C credential : credentials.apply(entry)) {
            K key = keyOf.apply(credential);
            List<PrincipalEntry> contestants = contested.get(key);
            if (contestants == null) {
                sole.remove(key);
                continue;
            }
            contestants.remove(entry);
            touched.addAll(contestants);
            if (contestants.size() == 1) {
                contested.remove(key);
                sole.put(key, contestants.getFirst());
            }
        }
    }

    /** Whether a credential of {@code entry} became or ceased to be contested since {@link #settle()}. */
    boolean isTouched(PrincipalEntry entry) {
        return !touched.isEmpty() && touched.contains(entry);
    }

    /** All of these; some may be gone by now. */
    Set<PrincipalEntry> touched() {
        return Collections.unmodifiableSet(touched);
    }

    void settle() {
        touched.clear();
    }

    List<PrincipalEntry> othersWith(C credential, PrincipalEntry entry) {
        return contested.getOrDefault(keyOf.apply(credential), List.of()).stream()
                .filter(other -> !other.equals(entry))
                .toList();
    }

    List<C> uncontested(PrincipalEntry entry) {
        List<C> held = credentials.apply(entry);
        if (contested.isEmpty()) {
            return held;
        }
        return held.stream()
                .filter(credential -> !contested.containsKey(keyOf.apply(credential)))
                .toList();
    }
}
