package dev.gatehouse.model.access;

import java.util.Comparator;

/** The identity of an upstream server in grants: its object, never the key under which it happens to be exposed. */
public record ServerId(String namespace, String name) implements Comparable<ServerId> {

    private static final Comparator<ServerId> ORDER =
            Comparator.comparing(ServerId::namespace).thenComparing(ServerId::name);

    @Override
    public int compareTo(ServerId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
