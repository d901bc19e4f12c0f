package dev.gatehouse.model.translate.memory;

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
public final class SoleOwners<C, K> {

    private final Function<Remembered, List<C>> credentials;
    private final Function<C, K> keyOf;
    private final Map<K, Remembered> sole = new HashMap<>();
    private final Map<K, List<Remembered>> contested = new HashMap<>();
    private final Set<Remembered> touched = Collections.newSetFromMap(new IdentityHashMap<>());

    SoleOwners(Function<Remembered, List<C>> credentials, Function<C, K> keyOf) {
        this.credentials = credentials;
        this.keyOf = keyOf;
    }

    void add(Remembered entry) {
        for (C credential : credentials.apply(entry)) {
            K key = keyOf.apply(credential);
            List<Remembered> contestants = contested.get(key);
            Remembered other = contestants == null ? sole.remove(key) : null;
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

    void remove(Remembered entry) {
        for (C credential : credentials.apply(entry)) {
            K key = keyOf.apply(credential);
            List<Remembered> contestants = contested.get(key);
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
    boolean isTouched(Remembered entry) {
        return !touched.isEmpty() && touched.contains(entry);
    }

    /** All of these; some may be gone by now. */
    Set<Remembered> touched() {
        return Collections.unmodifiableSet(touched);
    }

    void settle() {
        touched.clear();
    }

    /** Who else holds it. */
    public List<Remembered> othersWith(C credential, Remembered entry) {
        return contested.getOrDefault(keyOf.apply(credential), List.of()).stream()
                .filter(other -> !other.equals(entry))
                .toList();
    }

    /** Those of its credentials that nobody else holds. */
    public List<C> uncontested(Remembered entry) {
        List<C> held = credentials.apply(entry);
        if (contested.isEmpty()) {
            return held;
        }
        return held.stream()
                .filter(credential -> !contested.containsKey(keyOf.apply(credential)))
                .toList();
    }
}
