package dev.gatehouse.model.resource;

import java.util.Comparator;

/** Names one object of a {@link World}. Ordered by kind, namespace and name, which is the order of every listing. */
public record ResourceKey(Kind kind, String namespace, String name) implements Comparable<ResourceKey> {

    private static final Comparator<ResourceKey> ORDER = Comparator.comparing(ResourceKey::kind)
            .thenComparing(ResourceKey::namespace)
            .thenComparing(ResourceKey::name);

    @Override
    public int compareTo(ResourceKey other) {
        return ORDER.compare(this, other);
    }

    /** For people: {@code McpClient team-a/cursor}. */
    @Override
    public String toString() {
        return kind == Kind.NAMESPACE ? "Namespace " + name : kind.manifestName() + " " + namespace + "/" + name;
    }
}
