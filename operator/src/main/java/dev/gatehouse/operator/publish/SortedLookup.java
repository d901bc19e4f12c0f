package dev.gatehouse.operator.publish;

import java.util.List;
import java.util.function.Function;

/** Finds entries in lists that are sorted by key, without an index that would have to be built on every change. */
final class SortedLookup {

    private SortedLookup() {}

    /** The first place whose key is not before {@code key}. */
    private static <K extends Comparable<K>, T> int floor(List<? extends T> sorted, K key, Function<T, K> keyOf) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyOf.apply(sorted.get(middle)).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All entries with this key. */
    static <K extends Comparable<K>, T> List<? extends T> all(List<? extends T> sorted, K key, Function<T, K> keyOf) {
        int from = floor(sorted, key, keyOf);
        int to = from;
        while (to < sorted.size() && keyOf.apply(sorted.get(to)).compareTo(key) == 0) {
            to++;
        }
        return sorted.subList(from, to);
    }
}
