package dev.gatehouse.gateway;

import dev.gatehouse.gateway.audit.AuditDestination;
import dev.gatehouse.gateway.audit.RecentDecisions;
import dev.gatehouse.gateway.tls.TlsFiles;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that a gateway process is told from outside; what may change while it runs stands in the manifests instead.
 *
 * @param listen where MCP callers connect; port 0 takes a free one
 * @param management where {@code /metrics} is served; absent: nowhere
 * @param tls absent: plain HTTP, which is refused unless {@code listen} is loopback or {@code allowPlainHttp} is set
 * @param manifests the folder whose YAML decides
 * @param rescanInterval how often the folder is compared with what was read from it, in case a watch event was lost
 * @param sessionKeyFile 32 bytes that seal session ids; absent: a key of this process, so that a restart ends sessions
 * @param decisions how many of the last decisions are kept for the management API
 * @param environment what {@code ${VAR}} and {@code env:} tokens are read from
 */
public record GatewayOptions(
        InetSocketAddress listen,
        Optional<InetSocketAddress> management,
        Optional<TlsFiles> tls,
        boolean allowPlainHttp,
        Path manifests,
        Duration rescanInterval,
        Optional<Path> sessionKeyFile,
        AuditDestination audit,
        int decisions,
        Map<String, String> environment,
        Clock clock) {

    public static final Duration DEFAULT_RESCAN_INTERVAL = Duration.ofSeconds(2);

    public GatewayOptions {
        environment = Map.copyOf(environment);
    }

    /** Plain HTTP on a free loopback port, no audit, an empty environment: a start for tests and embedders. */
    public static GatewayOptions forManifests(Path manifests) {
        return new GatewayOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                Optional.empty(),
                false,
                manifests,
                DEFAULT_RESCAN_INTERVAL,
                Optional.empty(),
                new AuditDestination.None(),
                RecentDecisions.DEFAULT_CAPACITY,
                Map.of(),
                Clock.systemUTC());
    }

    /** What speaks against starting like this, as a sentence that says what to do. */
    public Optional<String> objection() {
        if (tls.isPresent() || allowPlainHttp || listen.getAddress().isLoopbackAddress()) {
            return Optional.empty();
        }
        return Optional.of(
                "tokens would travel in the clear on " + listen.getAddress().getHostAddress()
                        + ": give --tls-cert and --tls-key, listen on loopback, or say --allow-plain-http");
    }

    public GatewayOptions withListen(InetSocketAddress value) {
        return edited(draft -> draft.listen = value);
    }

    public GatewayOptions withTls(TlsFiles value) {
        return edited(draft -> draft.tls = Optional.of(value));
    }

    public GatewayOptions withSessionKeyFile(Path value) {
        return edited(draft -> draft.sessionKeyFile = Optional.of(value));
    }

    public GatewayOptions withAudit(AuditDestination value) {
        return edited(draft -> draft.audit = value);
    }

    public GatewayOptions withDecisions(int value) {
        return edited(draft -> draft.decisions = value);
    }

    public GatewayOptions withEnvironment(Map<String, String> value) {
        return edited(draft -> draft.environment = value);
    }

    public GatewayOptions withClock(Clock value) {
        return edited(draft -> draft.clock = value);
    }

    private GatewayOptions edited(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new GatewayOptions(
                draft.listen,
                management,
                draft.tls,
                allowPlainHttp,
                manifests,
                rescanInterval,
                draft.sessionKeyFile,
                draft.audit,
                draft.decisions,
                draft.environment,
                draft.clock);
    }

    /** What tests and embedders change of the defaults. */
    private static final class Draft {
        private InetSocketAddress listen;
        private Optional<TlsFiles> tls;
        private Optional<Path> sessionKeyFile;
        private AuditDestination audit;
        private int decisions;
        private Map<String, String> environment;
        private Clock clock;

        Draft(GatewayOptions options) {
            listen = options.listen;
            tls = options.tls;
            sessionKeyFile = options.sessionKeyFile;
            audit = options.audit;
            decisions = options.decisions;
            environment = options.environment;
            clock = options.clock;
        }
    }
}
