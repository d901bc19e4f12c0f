package dev.gatehouse.model.translate.memory;

import java.util.List;

/**
 * Where two lists differ: what stands before and after it is the same instances in both, and is not looked into.
 *
 * @param from where it begins in both
 * @param oldEnd where it ends in the first, exclusive
 * @param newEnd where it ends in the second, exclusive
 */
record Difference(int from, int oldEnd, int newEnd) {

    @SuppressWarnings("ReferenceEquality") // an unchanged entry keeps its instance
    static Difference between(List<?> before, List<?> after) {
        int shorter = Math.min(before.size(), after.size());
        int from = 0;
        while (from < shorter && before.get(from) == after.get(from)) {
            from++;
        }
        int oldEnd = before.size();
        int newEnd = after.size();
        while (oldEnd > from && newEnd > from && before.get(oldEnd - 1) == after.get(newEnd - 1)) {
            oldEnd--;
            newEnd--;
        }
        return new Difference(from, oldEnd, newEnd);
    }

    boolean isEmpty() {
        return from == oldEnd && from == newEnd;
    }

    /** Whether it has the entry at this place of the first list. */
    boolean covers(int place) {
        return from <= place && place < oldEnd;
    }

    /** Puts {@code part} in the place of what differed. */
    <T> void replace(List<T> list, List<? extends T> part) {
        List<T> differing = list.subList(from, oldEnd);
        differing.clear();
        differing.addAll(part);
    }
}
