package dev.gatehouse.gateway;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.api.ApiParts;
import dev.gatehouse.gateway.api.ApiRoute;
import dev.gatehouse.gateway.api.ApiRoutes;
import dev.gatehouse.gateway.api.ManagementApi;
import dev.gatehouse.gateway.audit.AuditSink;
import dev.gatehouse.gateway.audit.JsonLinesAudit;
import dev.gatehouse.gateway.audit.RecentDecisions;
import dev.gatehouse.gateway.http.GatewayServer;
import dev.gatehouse.gateway.limits.PrincipalLimiter;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.metrics.GatewayMetrics;
import dev.gatehouse.gateway.metrics.MetricsServer;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.session.SessionKeys;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.gateway.source.directory.DirectorySource;
import dev.gatehouse.gateway.tls.PemTls;
import dev.gatehouse.gateway.upstream.rare.GatewayIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway: a source that publishes configurations, the store that holds the one in force, and a server that
 * enforces it. Closing stops in the reverse order of starting.
 */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration CERTIFICATE_CHECK = Duration.ofSeconds(2);

    private final AccessStore store;
    private final GatewayServer server;
    private final Deque<AutoCloseable> parts;

    private Gateway(AccessStore store, GatewayServer server, Deque<AutoCloseable> parts) {
        this.store = store;
        this.server = server;
        this.parts = parts;
    }

    /**
     * Starts serving what the options name; returns when the first configuration is in force.
     *
     * @throws IllegalArgumentException when the options contradict each other or what is safe
     */
    public static Gateway start(GatewayOptions options) throws IOException, GeneralSecurityException {
        options.objection().ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        var parts = new ArrayDeque<AutoCloseable>();
        try {
            return start(options, parts);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            stop(parts);
            throw e;
        }
    }

    public InetSocketAddress address() {
        return server.address();
    }

    public AccessStore store() {
        return store;
    }

    @Override
    public void close() {
        stop(parts);
        LOG.atInfo().log("The gateway has stopped");
    }

    private static Gateway start(GatewayOptions options, Deque<AutoCloseable> parts)
            throws IOException, GeneralSecurityException {
        var store = new AccessStore(options.clock());
        var audit = new RecentDecisions(countedAudit(options, store, parts), options.decisions());
        var random = new SecureRandom();
        SessionKeys keys = options.sessionKeyFile().isPresent()
                ? SessionKeys.load(options.sessionKeyFile().get())
                : SessionKeys.random(random);
        var limiter = new PrincipalLimiter(options.clock());
        var upstreams =
                opened(parts, new UpstreamSide(store, options.clock(), random, GatewayIdentity.ofVersion("0.1.0")));
        store.subscribe(limiter);
        PemTls tls = options.tls().isPresent()
                ? opened(parts, PemTls.open(options.tls().get(), CERTIFICATE_CHECK))
                : null;
        var source = opened(
                parts,
                DirectorySource.start(
                        options.manifests(), options.rescanInterval(), options.environment(), options.clock(), store));
        var authenticator = new Authenticator(options.clock());
        var routes = new ApiRoutes(
                new ApiParts(store, upstreams.catalogues(), upstreams.calls(), source, audit, options.clock()));
        var management =
                opened(parts, new ManagementApi(store, authenticator, limiter, audit, routes, options.clock()));
        var server = new GatewayServer(
                options.listen(),
                tls == null ? null : tls.context(),
                new GatewayServer.Parts(
                        store,
                        authenticator,
                        limiter,
                        audit,
                        new SessionSealer(keys, random, options.clock()),
                        new CursorSealer(keys, random),
                        management,
                        options.clock()),
                upstreams.upstreams());
        opened(parts, server).start();
        expireRegularly(server, parts);
        LOG.atInfo().addKeyValue(LogKeys.ADDRESS, server.address()).log("Serving MCP");
        return new Gateway(store, server, parts);
    }

    /** Decisions are written and counted at one place; whoever wants to see the counts gets an address for it. */
    private static AuditSink countedAudit(GatewayOptions options, AccessStore store, Deque<AutoCloseable> parts)
            throws IOException {
        AuditSink audit = opened(parts, JsonLinesAudit.open(options.audit(), options.clock()));
        Set<String> methods = Stream.concat(
                        Arrays.stream(Method.values()).map(Method::wireName),
                        Arrays.stream(ApiRoute.values()).map(ApiRoute::auditMethod))
                .collect(Collectors.toSet());
        var metrics = new GatewayMetrics(store, methods, options.clock());
        metrics.counter(
                "gatehouse_audit_dropped_total", "Audit events lost because their destination was too slow.", () ->
                        (double) audit.dropped());
        if (options.management().isPresent()) {
            opened(parts, MetricsServer.start(options.management().get(), metrics));
        }
        return metrics.counting(audit);
    }

    private static void expireRegularly(GatewayServer server, Deque<AutoCloseable> parts) {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("expiry").daemon().factory());
        var _ = timer.scheduleWithFixedDelay(server::expire, 1, 1, TimeUnit.SECONDS);
        parts.push(timer::shutdownNow);
    }

    private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
        parts.push(part);
        return part;
    }

    private static void stop(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("A part of the gateway did not stop cleanly");
            }
        }
    }
}
