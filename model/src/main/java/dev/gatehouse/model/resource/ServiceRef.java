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

        @Mandatory @JsonPropertyDescription("The port of the Service.") @Min(1) @Max(LAST_PORT)
        int port,

        @JsonPropertyDescription("The path of the MCP endpoint.")
        @Default(DEFAULT_PATH)
        @Size(min = 1, max = LONGEST_PATH)
        @ValidationRule(value = "self.matches('" + PATH_PATTERN + "')", message = PATH_MESSAGE)
        String path,

        @JsonPropertyDescription("Whether the Service speaks https.") @Default("false")
        boolean tls) {

    public static final String DEFAULT_PATH = "/mcp";

    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_PATH = 1_024;
    private static final String PATH_PATTERN = "^/([A-Za-z0-9._~!$&()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$";
    private static final String PATH_MESSAGE = "must begin with / and be the path of a URL";

    public static final Range PORT = new Range(1, LAST_PORT);
    public static final Syntax PATH = new Syntax(PATH_PATTERN, LONGEST_PATH, PATH_MESSAGE);

    public ServiceRef(String name, int port, @Nullable String path, boolean tls) {
        this.name = name;
        this.port = port;
        this.path = path == null || path.isEmpty() ? DEFAULT_PATH : path;
        this.tls = tls;
    }
}
