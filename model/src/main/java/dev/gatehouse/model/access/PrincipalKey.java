package dev.gatehouse.model.access;

import java.util.Comparator;

/** Names a principal for people and for audit: {@code client/team-a/cursor}. */
public record PrincipalKey(PrincipalKind kind, String namespace, String name) implements Comparable<PrincipalKey> {

    private static final Comparator<PrincipalKey> ORDER = Comparator.comparing(PrincipalKey::kind)
            .thenComparing(PrincipalKey::namespace)
            .thenComparing(PrincipalKey::name);

    @Override
    public int compareTo(PrincipalKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.label() + "/" + namespace + "/" + name;
    }
}
