package dev.gatehouse.model.translate.memory;

import dev.gatehouse.model.resource.ExternalRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which principals read a token from which Secret or external value, there or not. */
final class InputReaders {

    private final Map<SecretName, List<Remembered>> bySecret = new HashMap<>();
    private final Map<ExternalRef, List<Remembered>> byExternal = new HashMap<>();

    void add(Remembered entry) {
        entry.forEachInput(secret -> add(bySecret, secret, entry), external -> add(byExternal, external, entry));
    }

    void remove(Remembered entry) {
        entry.forEachInput(secret -> remove(bySecret, secret, entry), external -> remove(byExternal, external, entry));
    }

    /** Those whose tokens have to be read again. */
    Set<Remembered> of(ChangedInputs changed) {
        var readers = Collections.<Remembered>newSetFromMap(new IdentityHashMap<>());
        changed.secrets().forEach(secret -> readers.addAll(bySecret.getOrDefault(secret, List.of())));
        changed.externals().forEach(external -> readers.addAll(byExternal.getOrDefault(external, List.of())));
        return readers;
    }

    /** Most inputs have one reader: a list of exactly one is the smallest that can be kept of it. */
    private static <K> void add(Map<K, List<Remembered>> readers, K input, Remembered entry) {
        readers.merge(input, List.of(entry), (known, more) -> {
            var all = new ArrayList<>(known);
            all.addAll(more);
            return List.copyOf(all);
        });
    }

    private static <K> void remove(Map<K, List<Remembered>> readers, K input, Remembered entry) {
        readers.computeIfPresent(input, (key, known) -> {
            List<Remembered> others =
                    known.stream().filter(other -> !other.equals(entry)).toList();
            return others.isEmpty() ? null : others;
        });
    }
}
