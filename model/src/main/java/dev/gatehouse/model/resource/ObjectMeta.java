package dev.gatehouse.model.resource;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of Kubernetes object metadata that Gatehouse reads.
 *
 * @param uid as the API server gave it; absent in directory mode, see {@link Resource#uid}
 * @param generation counts changes of the spec; 1 in directory mode
 * @param creationTimestamp decides name conflicts (the oldest wins); absent in directory mode, where names decide
 */
public record ObjectMeta(
        String name,
        String namespace,
        @Nullable String uid,
        long generation,
        @Nullable Instant creationTimestamp,
        Map<String, String> labels) {

    public static final String DEFAULT_NAMESPACE = "default";

    public ObjectMeta {
        namespace = namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace;
        labels = Map.copyOf(labels);
    }

    public static ObjectMeta of(String namespace, String name) {
        return new ObjectMeta(name, namespace, null, 1, null, Map.of());
    }
}
