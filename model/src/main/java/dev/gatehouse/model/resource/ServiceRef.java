package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A Kubernetes Service of the server's own namespace, as the address of an upstream. */
public record ServiceRef(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) int port,
        String path,
        boolean tls) {

    public static final String DEFAULT_PATH = "/mcp";

    public ServiceRef(String name, int port, @Nullable String path, boolean tls) {
        this.name = name;
        this.port = port;
        this.path = path == null || path.isEmpty() ? DEFAULT_PATH : path;
        this.tls = tls;
    }
}
