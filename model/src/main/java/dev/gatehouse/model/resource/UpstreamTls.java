package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** How the upstream's certificate is judged. */
public record UpstreamTls(
        @JsonPropertyDescription(
                "PEM certificates that the upstream's certificate must lead to. Default: those that the system trusts.")
        @Nullable
        CaRef caRef) {

    /** One key of a Secret in the server's own namespace that holds PEM certificates. */
    public record CaRef(
            @Mandatory
            @JsonPropertyDescription(
                    "The name of the Secret, in the namespace of this object. It must carry the label gatehouse.dev/secret: \"true\".")
            @ObjectName
            String name,

            @JsonPropertyDescription("The key of the Secret's data.") @DataKey @Default(DEFAULT_KEY)
            String key) {

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
