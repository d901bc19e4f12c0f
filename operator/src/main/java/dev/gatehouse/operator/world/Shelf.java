package dev.gatehouse.operator.world;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.SortedResources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All objects of one kind as they are now. */
final class Shelf<R extends Resource> {

    private final Class<R> type;
    private SortedResources<R> sorted = SortedResources.of(List.of());

    Shelf(Class<R> type) {
        this.type = type;
    }

    /** The same instance until something changes. */
    SortedResources<R> sorted() {
        return sorted;
    }

    @Nullable
    R find(ResourceKey key) {
        return sorted.find(key);
    }

    /** Takes what each key means now, null for what is gone; gives the keys that really mean something else than before. */
    List<ResourceKey> apply(Map<ResourceKey, @Nullable Resource> changes) {
        var real = new HashMap<ResourceKey, @Nullable R>();
        changes.forEach((key, resource) -> {
            R next = resource == null ? null : type.cast(resource);
            R present = find(key);
            if (next == null ? present != null : !next.equals(present)) {
                real.put(key, next);
            }
        });
        if (!real.isEmpty()) {
            sorted = sorted.with(real);
        }
        return List.copyOf(real.keySet());
    }
}
