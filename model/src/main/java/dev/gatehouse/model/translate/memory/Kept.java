package dev.gatehouse.model.translate.memory;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of each object of one kind: the next world takes over what was made of those that keep their instance.
 * Immutable.
 */
public final class Kept<R extends Resource, M> {

    private final Map<ResourceKey, One<R, M>> byKey;

    private record One<R extends Resource, M>(R source, M made) {}

    private Kept(Map<ResourceKey, One<R, M>> byKey) {
        this.byKey = byKey;
    }

    public static <R extends Resource, M> Kept<R, M> nothing() {
        return new Kept<>(Map.of());
    }

    /** What is to be kept of {@code resources}; this itself if all of it is in here. */
    public Kept<R, M> next(List<R> resources, Function<? super R, ? extends M> make) {
        var next = new TreeMap<ResourceKey, One<R, M>>();
        boolean changed = resources.size() != byKey.size();
        for (R resource : resources) {
            One<R, M> known = byKey.get(resource.key());
            if (known == null || !isSame(known.source(), resource)) {
                known = new One<>(resource, make.apply(resource));
                changed = true;
            }
            next.put(resource.key(), known);
        }
        return changed ? new Kept<>(next) : this;
    }

    public @Nullable M find(ResourceKey key) {
        One<R, M> found = byKey.get(key);
        return found == null ? null : found.made();
    }

    /** In the order of their keys. */
    public List<M> all() {
        return byKey.values().stream().map(One::made).toList();
    }

    /** Whoever watches makes a new instance of what has changed. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Resource known, Resource resource) {
        return known == resource;
    }
}
