package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What an {@link McpServer} says: where the upstream is, how to talk to it, and who may grant access to it. */
@ValidationRule(value = "has(self.url) != has(self.service)", message = McpServerSpec.ONE_ADDRESS_MESSAGE)
public record McpServerSpec(
        @JsonPropertyDescription(
                "An http or https URL without credentials and fragment. Exactly one of url and service.")
        @Size(min = 1, max = WebUrl.LONGEST)
        @ValidationRule(value = WebUrl.HTTP, message = WebUrl.HTTP_MESSAGE)
        @ValidationRule(value = WebUrl.NO_USER_INFO, message = WebUrl.NO_USER_INFO_MESSAGE)
        @ValidationRule(value = WebUrl.NO_FRAGMENT, message = WebUrl.NO_FRAGMENT_MESSAGE)
        @ValidationRule(value = WebUrl.PARSES, message = WebUrl.PARSES_MESSAGE)
        @Nullable
        String url,

        @JsonPropertyDescription("A Service of this namespace. Exactly one of url and service.") @Nullable
        ServiceRef service,

        @JsonPropertyDescription("How messages travel to the upstream. Sse is the deprecated transport of 2024-11-05.")
        @Default("StreamableHttp")
        Transport transport,

        @JsonPropertyDescription(
                "Which era of MCP the upstream speaks. Auto: found out by asking it. Modern: 2026-07-28. Legacy: up to 2025-11-25.")
        @Default("Auto")
        Protocol protocol,

        @JsonPropertyDescription(
                "The key in /servers/{key}/mcp and in key__tool. Unique in the gateway; the oldest object keeps it. Default: the object's name.")
        @Size(min = 1, max = LONGEST_KEY)
        @ValidationRule(value = "self.matches('" + KEY_PATTERN + "')", message = KEY_MESSAGE)
        @Nullable
        String exposeAs,

        @JsonPropertyDescription("Credentials that the gateway presents to the upstream.") @Nullable
        UpstreamAuth auth,

        @JsonPropertyDescription("How the upstream's certificate is judged.") @Nullable
        UpstreamTls tls,

        @JsonPropertyDescription("How long the gateway waits for the upstream.")
        Timeouts timeouts,

        @JsonPropertyDescription("From which namespaces access to this server may be granted.")
        AllowedNamespaces allowedNamespaces,

        @JsonPropertyDescription("True: not served, and keeps the object and its key.") @Default("false")
        boolean suspend) {

    /** The longest key of a server: with its separator it leaves half of a tool's 128 characters to the tool. */
    public static final int LONGEST_KEY = 62;

    /** The syntax of a key: the first {@code __} of an exposed name ends it. */
    public static final String KEY_PATTERN = "^[A-Za-z0-9](_?[A-Za-z0-9-])*$";

    public static final String KEY_MESSAGE =
            "must be letters, digits, \"-\" and single \"_\", which does not end it, at most 62 in all";

    /** What is wrong with an object's name that has to serve as the key. */
    public static final String NAME_MESSAGE = "cannot be the server's key: it " + KEY_MESSAGE + "; set spec.exposeAs";

    public static final Syntax KEY = new Syntax(KEY_PATTERN, LONGEST_KEY, KEY_MESSAGE);

    public static final String ONE_ADDRESS_MESSAGE = "must have exactly one of url and service";

    public McpServerSpec(
            @Nullable String url,
            @Nullable ServiceRef service,
            @Nullable Transport transport,
            @Nullable Protocol protocol,
            @Nullable String exposeAs,
            @Nullable UpstreamAuth auth,
            @Nullable UpstreamTls tls,
            @Nullable Timeouts timeouts,
            @Nullable AllowedNamespaces allowedNamespaces,
            boolean suspend) {
        this.url = url;
        this.service = service;
        this.transport = transport == null ? Transport.STREAMABLE_HTTP : transport;
        this.protocol = protocol == null ? Protocol.AUTO : protocol;
        this.exposeAs = exposeAs;
        this.auth = auth;
        this.tls = tls;
        this.timeouts = timeouts == null ? Timeouts.DEFAULT : timeouts;
        this.allowedNamespaces = allowedNamespaces == null ? AllowedNamespaces.SAME : allowedNamespaces;
        this.suspend = suspend;
    }

    /** How messages travel to the upstream. */
    public enum Transport {
        @JsonProperty("StreamableHttp")
        STREAMABLE_HTTP,
        /** The deprecated two-endpoint transport of 2024-11-05. */
        @JsonProperty("Sse")
        SSE
    }

    /** Which era of MCP the upstream speaks. */
    public enum Protocol {
        /** Found out by asking the upstream. */
        @JsonProperty("Auto")
        AUTO,
        /** 2026-07-28: stateless. */
        @JsonProperty("Modern")
        MODERN,
        /** Up to 2025-11-25: {@code initialize} and sessions. */
        @JsonProperty("Legacy")
        LEGACY
    }
}
