package dev.gatehouse.operator.watch;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where objects are looked for: in these namespaces, or in all when none is named. */
public record WatchedNamespaces(Set<String> names) {

    public static final WatchedNamespaces ALL = new WatchedNamespaces(Set.of());

    public WatchedNamespaces {
        names = Set.copyOf(names);
    }

    public static WatchedNamespaces of(List<String> names) {
        return new WatchedNamespaces(new TreeSet<>(names));
    }

    public boolean all() {
        return names.isEmpty();
    }
}
