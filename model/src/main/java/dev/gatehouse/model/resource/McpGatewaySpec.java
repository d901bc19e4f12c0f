package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link McpGateway} says. At most one per world; of several the oldest wins. */
public record McpGatewaySpec(
        @JsonPropertyDescription("Where callers reach the gateway.")
        @Size(min = 1, max = WebUrl.LONGEST)
        @ValidationRule(value = WebUrl.HTTP, message = WebUrl.HTTP_MESSAGE)
        @ValidationRule(value = WebUrl.NO_USER_INFO, message = WebUrl.NO_USER_INFO_MESSAGE)
        @ValidationRule(value = WebUrl.NO_FRAGMENT, message = WebUrl.NO_FRAGMENT_MESSAGE)
        @ValidationRule(value = WebUrl.PARSES, message = WebUrl.PARSES_MESSAGE)
        @Nullable
        String publicUrl,

        @JsonPropertyDescription(
                "Values of Origin that may call, such as https://app.example.com; any other that is present is refused.")
        @Size(max = MOST_NAMES)
        @ValidationRule(
                value = "self.all(o, o.matches(r'" + ORIGIN_PATTERN + "') && isURL(o))",
                message = "an origin " + ORIGIN_MESSAGE)
        List<@Size(min = 1, max = LONGEST_ORIGIN) String> allowedOrigins,

        @JsonPropertyDescription(
                "Values of Host, without a port, that are answered. Default: that of publicUrl, and loopback.")
        @Size(max = MOST_NAMES)
        @ValidationRule(value = "self.all(h, h.matches(r'" + HOST_PATTERN + "'))", message = "a host " + HOST_MESSAGE)
        List<@Size(min = 1, max = ObjectName.LONGEST) String> allowedHosts,

        @JsonPropertyDescription("Bounds on what callers may send.")
        Limits limits,

        @JsonPropertyDescription("Legacy sessions.") Sessions sessions,

        @JsonPropertyDescription("What an audit event carries beyond identities and names.")
        Audit audit,

        @JsonPropertyDescription("What to do when the configuration grows old.")
        Staleness staleness) {

    /** Origins, and hosts. */
    public static final int MOST_NAMES = 100;

    private static final int LONGEST_ORIGIN = 512;
    private static final String ORIGIN_PATTERN = "^https?://([0-9A-Za-z.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$";
    private static final String ORIGIN_MESSAGE = "must be scheme, host and port only, such as https://example.com";
    private static final String HOST_PATTERN = "^([a-z0-9.-]+|\\[[0-9a-f:.]{2,45}\\])$";
    private static final String HOST_MESSAGE = "must be a name in lower case, without a port";

    public static final Syntax ORIGIN = new Syntax(ORIGIN_PATTERN, LONGEST_ORIGIN, ORIGIN_MESSAGE);
    public static final Syntax HOST = new Syntax(HOST_PATTERN, ObjectName.LONGEST, HOST_MESSAGE);

    private static final String POSITIVE = "self > duration('0s')";
    public static final String POSITIVE_MESSAGE = "must be longer than nothing";

    public McpGatewaySpec(
            @Nullable String publicUrl,
            @Nullable List<String> allowedOrigins,
            @Nullable List<String> allowedHosts,
            @Nullable Limits limits,
            @Nullable Sessions sessions,
            @Nullable Audit audit,
            @Nullable Staleness staleness) {
        this.publicUrl = publicUrl;
        this.allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
        this.allowedHosts = allowedHosts == null ? List.of() : List.copyOf(allowedHosts);
        this.limits = limits == null ? new Limits(null, null, null, null) : limits;
        this.sessions = sessions == null ? new Sessions(null) : sessions;
        this.audit = audit == null ? new Audit(false) : audit;
        this.staleness = staleness == null ? new Staleness(null) : staleness;
    }

    public static McpGatewaySpec defaults() {
        return new McpGatewaySpec(null, null, null, null, null, null, null);
    }

    /** Bounds on what callers may send. */
    public record Limits(
            @JsonPropertyDescription("The largest request body, in bytes.")
            @Default("4194304")
            @Min(LEAST_BYTES)
            @Max(MOST_BODY)
            Long bodyBytes,

            @JsonPropertyDescription("The largest request head, in bytes.")
            @Default("32768")
            @Min(LEAST_BYTES)
            @Max(MOST_HEAD)
            Integer headerBytes,

            @JsonPropertyDescription("Event streams open at once, over all principals.")
            @Default("10000")
            @Min(1)
            @Max(MOST_STREAMS)
            Integer concurrentStreams,

            @JsonPropertyDescription("Limits of principals that name none themselves.") @Nullable
            ClientLimits client) {

        private static final long LEAST_BYTES = 1L << 10;
        private static final long MOST_BODY = 1L << 30;
        private static final long MOST_HEAD = 1L << 20;
        private static final long MOST_STREAMS = 1_000_000;

        public static final Range BODY_BYTES = new Range(LEAST_BYTES, MOST_BODY);
        public static final Range HEADER_BYTES = new Range(LEAST_BYTES, MOST_HEAD);
        public static final Range CONCURRENT_STREAMS = new Range(1, MOST_STREAMS);

        public Limits(
                @Nullable Long bodyBytes,
                @Nullable Integer headerBytes,
                @Nullable Integer concurrentStreams,
                @Nullable ClientLimits client) {
            this.bodyBytes = bodyBytes == null ? 4L << 20 : bodyBytes;
            this.headerBytes = headerBytes == null ? 32 << 10 : headerBytes;
            this.concurrentStreams = concurrentStreams == null ? 10_000 : concurrentStreams;
            this.client = client;
        }
    }

    /** Legacy sessions. */
    public record Sessions(
            @JsonPropertyDescription("How long a session lives unused.")
            @DurationText
            @Default("24h")
            @ValidationRule(value = POSITIVE, message = POSITIVE_MESSAGE)
            Duration idleTimeout) {

        public Sessions(@Nullable Duration idleTimeout) {
            this.idleTimeout = idleTimeout == null ? Duration.ofHours(24) : idleTimeout;
        }
    }

    /** What an audit event may carry beyond identities and names. */
    public record Audit(
            @JsonPropertyDescription("Whether audit events carry the arguments of calls.") @Default("false")
            boolean logArguments) {}

    /** What to do when the configuration grows old. */
    public record Staleness(
            @JsonPropertyDescription("Deny everything once the configuration is older. Default: never.")
            @DurationText
            @ValidationRule(value = POSITIVE, message = POSITIVE_MESSAGE)
            @Nullable
            Duration denyAfter) {}
}
