package dev.gatehouse.model.access;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names, or URIs, on one list of an upstream server, as far as they are known. */
public sealed interface ListedNames {

    /** A longer list is not told. */
    int MOST = 1_000;

    /** Nor is one whose names together have more characters. */
    int MOST_CHARACTERS = 32 << 10;

    Unknown UNKNOWN = new Unknown();
    Partial PARTIAL = new Partial();

    /** The list has not been fetched. */
    record Unknown() implements ListedNames {}

    /** There may be names that are not told: the list is too long, say, or the server has no such list yet. */
    record Partial() implements ListedNames {}

    /** There are these names and no others. */
    record Complete(SortedSet<String> names) implements ListedNames {
        public Complete {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
            if (!fit(names)) {
                throw new IllegalArgumentException("these are too many names, or too long ones");
            }
        }
    }

    /** A whole list, told if it is short enough. */
    static ListedNames of(Collection<String> names) {
        return fit(names) ? new Complete(new TreeSet<>(names)) : PARTIAL;
    }

    private static boolean fit(Collection<String> names) {
        return names.size() <= MOST && names.stream().mapToLong(String::length).sum() <= MOST_CHARACTERS;
    }
}
