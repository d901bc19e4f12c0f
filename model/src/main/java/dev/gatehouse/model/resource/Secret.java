package dev.gatehouse.model.resource;

import java.util.Map;

/** A Kubernetes Secret, values decoded. It prints its keys only. */
public record Secret(ObjectMeta metadata, Map<String, SecretValue> data) implements Resource {

    /** The label without which a Secret is never read: {@code gatehouse.dev/secret: "true"}. */
    public static final String LABEL = "gatehouse.dev/secret";

    public Secret {
        data = Map.copyOf(data);
    }

    @Override
    public Kind kind() {
        return Kind.SECRET;
    }

    public boolean labelled() {
        return "true".equals(metadata.labels().get(LABEL));
    }

    @Override
    public String toString() {
        return "Secret[" + metadata.namespace() + "/" + metadata.name() + ", keys=" + data.keySet() + "]";
    }
}
