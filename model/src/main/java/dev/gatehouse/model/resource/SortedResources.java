package dev.gatehouse.model.resource;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one kind, sorted by key. A list of this type is known to be sorted, so that a world of 100,000 objects is not
 * looked through again when one of them changes: a change costs the search for its place and one copy of the list.
 * Immutable.
 */
public final class SortedResources<R extends Resource> extends AbstractList<R> implements RandomAccess {

    private final List<R> sorted;

    private SortedResources(List<R> sorted) {
        this.sorted = sorted;
    }

    /** Sorts {@code resources}, whose keys must be unique, unless they are sorted already. */
    public static <R extends Resource> SortedResources<R> of(Collection<R> resources) {
        if (resources instanceof SortedResources<R> already) {
            return already;
        }
        List<R> list = List.copyOf(resources);
        for (int i = 1; i < list.size(); i++) {
            if (Resource.BY_KEY.compare(list.get(i - 1), list.get(i)) > 0) {
                return new SortedResources<>(
                        list.stream().sorted(Resource.BY_KEY).toList());
            }
        }
        return new SortedResources<>(list);
    }

    @Override
    public R get(int index) {
        return sorted.get(index);
    }

    @Override
    public int size() {
        return sorted.size();
    }

    public @Nullable R find(ResourceKey key) {
        int at = place(key);
        return at < 0 ? null : sorted.get(at);
    }

    /** These with what each key means now, null for what is gone. */
    public SortedResources<R> with(Map<ResourceKey, ? extends @Nullable R> changes) {
        NavigableMap<ResourceKey, @Nullable R> ordered = new TreeMap<>(changes);
        var merged = new ArrayList<R>(sorted.size() + ordered.size());
        int from = 0;
        for (Map.Entry<ResourceKey, @Nullable R> change : ordered.entrySet()) {
            int at = place(change.getKey());
            int to = at < 0 ? -at - 1 : at;
            merged.addAll(sorted.subList(from, to));
            if (change.getValue() != null) {
                merged.add(change.getValue());
            }
            from = at < 0 ? to : to + 1;
        }
        merged.addAll(sorted.subList(from, sorted.size()));
        return new SortedResources<>(List.copyOf(merged));
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
