package dev.gatehouse.model.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What changed between two lists that are sorted by a unique key, found in one walk. Entries that are the same instance
 * are not looked into.
 *
 * @param removed entries of the first list whose key, or whose content under their key, the second one lacks
 * @param put entries of the second list that the first one lacks
 */
record SortedChange<T>(List<T> removed, List<T> put) {

    static <K extends Comparable<K>, T> SortedChange<T> between(List<T> before, List<T> after, Function<T, K> key) {
        var change = new SortedChange<T>(new ArrayList<>(), new ArrayList<>());
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int order = order(before, i, after, j, key);
            if (order == 0 && !isSame(before.get(i), after.get(j))) {
                change.removed.add(before.get(i));
                change.put.add(after.get(j));
            } else if (order < 0) {
                change.removed.add(before.get(i));
            } else if (order > 0) {
                change.put.add(after.get(j));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return change;
    }

    /** Merges changed entries into {@code before}, in one walk. */
    static <K extends Comparable<K>, T> List<T> merge(
            List<T> before, List<K> removedKeys, List<T> put, Function<T, K> key) {
        var merged = new ArrayList<T>(before.size() + put.size());
        int removed = 0;
        int next = 0;
        for (T entry : before) {
            K at = key.apply(entry);
            while (next < put.size() && key.apply(put.get(next)).compareTo(at) < 0) {
                merged.add(put.get(next++));
            }
            while (removed < removedKeys.size() && removedKeys.get(removed).compareTo(at) < 0) {
                removed++;
            }
            boolean replaced = next < put.size() && key.apply(put.get(next)).equals(at);
            boolean gone =
                    removed < removedKeys.size() && removedKeys.get(removed).equals(at);
            if (replaced) {
                merged.add(put.get(next++));
            } else if (!gone) {
                merged.add(entry);
            }
        }
        merged.addAll(put.subList(next, put.size()));
        return merged;
    }

    void forEach(Consumer<T> onRemoved, Consumer<T> onPut) {
        removed.forEach(onRemoved);
        put.forEach(onPut);
    }

    private static <K extends Comparable<K>, T> int order(
            List<T> before, int i, List<T> after, int j, Function<T, K> key) {
        if (i == before.size() || j == after.size()) {
            return i == before.size() ? 1 : -1;
        }
        T earlier = before.get(i);
        T later = after.get(j);
        return isIdentical(earlier, later) ? 0 : key.apply(earlier).compareTo(key.apply(later));
    }

    private static boolean isSame(Object earlier, Object later) {
        return isIdentical(earlier, later) || earlier.equals(later);
    }

    /** Most entries are carried over as they are: identity spares comparing them. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isIdentical(Object earlier, Object later) {
        return earlier == later;
    }
}
