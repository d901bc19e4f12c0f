package dev.gatehouse.operator.world;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All objects of one kind in an immutable list, sorted by key. A change costs the search for its place and one copy of the
 * list, never a sort of it.
 */
final class Shelf<R extends Resource> {

    private final Class<R> type;
    private List<R> sorted = List.of();

    Shelf(Class<R> type) {
        this.type = type;
    }

    /** The same instance until something changes. */
    List<R> sorted() {
        return sorted;
    }

    @Nullable
    R find(ResourceKey key) {
        int at = place(key);
        return at < 0 ? null : sorted.get(at);
    }

    /** Takes what each key means now, null for what is gone; gives the keys that really mean something else than before. */
    List<ResourceKey> apply(Map<ResourceKey, @Nullable Resource> changes) {
        var real = new TreeMap<ResourceKey, @Nullable R>();
        changes.forEach((key, resource) -> {
            R next = resource == null ? null : type.cast(resource);
            R present = find(key);
            if (next == null ? present != null : !next.equals(present)) {
                real.put(key, next);
            }
        });
        if (!real.isEmpty()) {
            sorted = merged(real);
        }
        return List.copyOf(real.keySet());
    }

    private List<R> merged(NavigableMap<ResourceKey, @Nullable R> changes) {
        var merged = new ArrayList<R>(sorted.size() + changes.size());
        int from = 0;
        for (Map.Entry<ResourceKey, @Nullable R> change : changes.entrySet()) {
            int at = place(change.getKey());
            int to = at < 0 ? -at - 1 : at;
            merged.addAll(sorted.subList(from, to));
            if (change.getValue() != null) {
                merged.add(change.getValue());
            }
            from = at < 0 ? to : to + 1;
        }
        merged.addAll(sorted.subList(from, sorted.size()));
        return List.copyOf(merged);
    }

    /** As {@link java.util.Collections#binarySearch}. */
    private int place(ResourceKey key) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sorted.get(middle).key().compareTo(key);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -low - 1;
    }
}
