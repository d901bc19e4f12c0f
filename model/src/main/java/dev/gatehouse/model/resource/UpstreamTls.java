package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How the upstream's certificate is judged: by the CA in a Secret, else by those that the system trusts. */
public record UpstreamTls(@Nullable CaRef caRef) {

    /** One key of a Secret in the server's own namespace that holds PEM certificates. */
    public record CaRef(@JsonProperty(required = true) String name, String key) {

        public static final String DEFAULT_KEY = "ca.crt";

        public CaRef(String name, @Nullable String key) {
            this.name = name;
            this.key = key == null || key.isEmpty() ? DEFAULT_KEY : key;
        }

        public SecretKeyRef secretKeyRef() {
            return new SecretKeyRef(name, key);
        }
    }
}
