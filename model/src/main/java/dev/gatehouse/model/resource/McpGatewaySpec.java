package dev.gatehouse.model.resource;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link McpGateway} says. At most one per world; of several the oldest wins.
 *
 * @param allowedOrigins exact values of {@code Origin} that may call; any other present value is refused
 * @param allowedHosts values of {@code Host} (without port) that are answered; empty: that of {@code publicUrl} and loopback
 */
public record McpGatewaySpec(
        @Nullable String publicUrl,
        List<String> allowedOrigins,
        List<String> allowedHosts,
        Limits limits,
        Sessions sessions,
        Audit audit,
        Staleness staleness) {

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

    /**
     * Bounds on what callers may send.
     *
     * @param bodyBytes the largest request body
     * @param headerBytes the largest request head
     * @param concurrentStreams event streams open at once, over all principals
     * @param client limits of a principal that names none itself
     */
    public record Limits(
            Long bodyBytes,
            Integer headerBytes,
            Integer concurrentStreams,
            @Nullable ClientLimits client) {

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
    public record Sessions(@DurationText Duration idleTimeout) {

        public Sessions(@Nullable Duration idleTimeout) {
            this.idleTimeout = idleTimeout == null ? Duration.ofHours(24) : idleTimeout;
        }
    }

    /** What an audit event may carry beyond identities and names. */
    public record Audit(boolean logArguments) {}

    /** What to do when the configuration grows old: deny everything after this long; absent: never. */
    public record Staleness(@Nullable @DurationText Duration denyAfter) {}
}
