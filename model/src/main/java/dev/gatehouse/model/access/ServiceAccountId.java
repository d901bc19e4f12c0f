package dev.gatehouse.model.access;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A ServiceAccount of the cluster, by its object. */
public record ServiceAccountId(String namespace, String name) implements Comparable<ServiceAccountId> {

    private static final String SUBJECT = "system:serviceaccount:";
    private static final Comparator<ServiceAccountId> ORDER =
            Comparator.comparing(ServiceAccountId::namespace).thenComparing(ServiceAccountId::name);

    /** Reads what Kubernetes puts into the {@code sub} claim; null for any other user. */
    public static @Nullable ServiceAccountId ofSubject(String subject) {
        if (!subject.startsWith(SUBJECT)) {
            return null;
        }
        int colon = subject.indexOf(':', SUBJECT.length());
        if (colon < 0) {
            return null;
        }
        String namespace = subject.substring(SUBJECT.length(), colon);
        String name = subject.substring(colon + 1);
        return namespace.isEmpty() || name.isEmpty() || name.indexOf(':') >= 0
                ? null
                : new ServiceAccountId(namespace, name);
    }

    /** As Kubernetes names it as a user. */
    public String subject() {
        return SUBJECT + namespace + ":" + name;
    }

    @Override
    public int compareTo(ServiceAccountId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
