package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A Kubernetes Service of the server's own namespace, as the address of an upstream. */
public record ServiceRef(
        @Mandatory @JsonPropertyDescription("The name of the Service.") @LabelName
        String name,

        @Mandatory @JsonPropertyDescription("The port of the Service.") @Min(1) @Max(65_535)
        int port,

        @JsonPropertyDescription("The path of the MCP endpoint.")
        @Default(DEFAULT_PATH)
        @Size(min = 1, max = 1_024)
        @ValidationRule(
                value = "self.matches('^/([A-Za-z0-9._~!$&()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$')",
                message = "must begin with / and be the path of a URL")
        String path,

        @JsonPropertyDescription("Whether the Service speaks https.") @Default("false")
        boolean tls) {

    public static final String DEFAULT_PATH = "/mcp";

    public ServiceRef(String name, int port, @Nullable String path, boolean tls) {
        this.name = name;
        this.port = port;
        this.path = path == null || path.isEmpty() ? DEFAULT_PATH : path;
        this.tls = tls;
    }
}
