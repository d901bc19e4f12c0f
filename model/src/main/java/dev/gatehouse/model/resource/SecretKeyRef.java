package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** One key of a Secret in the same namespace as the object that refers to it. */
public record SecretKeyRef(@JsonProperty(required = true) String name, String key) {

    public static final String DEFAULT_KEY = "token";

    public SecretKeyRef(String name, @Nullable String key) {
        this.name = name;
        this.key = key == null || key.isEmpty() ? DEFAULT_KEY : key;
    }
}
