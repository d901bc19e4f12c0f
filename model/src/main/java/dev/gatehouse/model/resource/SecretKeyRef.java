package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** One key of a Secret in the same namespace as the object that refers to it. */
public record SecretKeyRef(
        @Mandatory
        @JsonPropertyDescription(
                "The name of the Secret, in the namespace of this object. It must carry the label gatehouse.dev/secret: \"true\".")
        @ObjectName
        String name,

        @JsonPropertyDescription("The key of the Secret's data.") @DataKey @Default(DEFAULT_KEY)
        String key) {

    public static final String DEFAULT_KEY = "token";

    public SecretKeyRef(String name, @Nullable String key) {
        this.name = name;
        this.key = key == null || key.isEmpty() ? DEFAULT_KEY : key;
    }
}
