package dev.gatehouse.gateway;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.CredentialListener;
import dev.gatehouse.gateway.access.TokenUses;
import dev.gatehouse.gateway.api.ApiParts;
import dev.gatehouse.gateway.api.ApiRoute;
import dev.gatehouse.gateway.api.ApiRoutes;
import dev.gatehouse.gateway.api.ManagementApi;
import dev.gatehouse.gateway.audit.AuditSink;
import dev.gatehouse.gateway.audit.JsonLinesAudit;
import dev.gatehouse.gateway.audit.RecentDecisions;
import dev.gatehouse.gateway.catalogue.AggregateFindings;
import dev.gatehouse.gateway.catalogue.Discoveries;
import dev.gatehouse.gateway.door.GatewayServer;
import dev.gatehouse.gateway.ledger.Ledger;
import dev.gatehouse.gateway.limits.PrincipalLimiter;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.metrics.GatewayMetrics;
import dev.gatehouse.gateway.metrics.MetricsServer;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.session.SessionKeys;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.gateway.source.FindingsSource;
import dev.gatehouse.gateway.source.JoinedFindings;
import dev.gatehouse.gateway.source.directory.DirectorySource;
import dev.gatehouse.gateway.source.directory.FolderFindings;
import dev.gatehouse.gateway.source.link.Freshness;
import dev.gatehouse.gateway.source.link.LinkOptions;
import dev.gatehouse.gateway.source.link.LinkSource;
import dev.gatehouse.gateway.source.link.LinkTargets;
import dev.gatehouse.gateway.source.link.LinkedFindings;
import dev.gatehouse.gateway.tls.PemTls;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
     * Starts serving what the options name. From a folder, the first configuration is in force when this returns; an
     * operator is not waited for: until it has sent one, the gateway is not ready and refuses everything.
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
        AuditSink written = opened(parts, JsonLinesAudit.open(options.audit(), options.clock()));
        GatewayMetrics metrics = metrics(options, store, written);
        var audit = new RecentDecisions(metrics.counting(written), options.decisions());
        var ledger = new Ledger(audit, options.clock(), System::nanoTime);
        var sightings = new Sightings(new TokenUses(), new Discoveries(), options.clock());
        var random = new SecureRandom();
        SessionKeys keys = options.sessionKeyFile().isPresent()
                ? SessionKeys.load(options.sessionKeyFile().get())
                : SessionKeys.random(random);
        var limiter = new PrincipalLimiter(options.clock());
        var upstreams = opened(
                parts,
                new UpstreamSide(
                        store,
                        options.clock(),
                        random,
                        GatewayIdentity.ofVersion(BuildVersion.read()),
                        sightings.discoveries()));
        store.subscribe(limiter);
        PemTls tls = options.tls().isPresent()
                ? opened(parts, PemTls.open(options.tls().get(), CERTIFICATE_CHECK))
                : null;
        var sessions = new SessionSealer(keys, random, options.clock());
        var cursors = new CursorSealer(keys, random);
        Consumer<List<SecretValue>> keyChange = shared -> {
            SessionKeys next = shared.isEmpty()
                    ? keys
                    : SessionKeys.of(shared.stream().map(SecretValue::bytes).toList());
            sessions.replace(next);
            cursors.replace(next);
        };
        Source source = source(
                options,
                new LinkTargets(store, keyChange, new LinkedFindings(), sightings),
                sightings.discoveries(),
                new AggregateFindings(upstreams.catalogues(), store::current),
                random,
                parts);
        source.link().ifPresent(fresh -> describe(fresh, metrics));
        var authenticator = new Authenticator(
                options.clock(), source.link().isPresent() ? sightings.uses() : CredentialListener.NONE);
        var routes = new ApiRoutes(new ApiParts(
                store, upstreams.catalogues(), upstreams.calls(), source.findings(), audit, options.clock()));
        var management = opened(parts, new ManagementApi(routes));
        var server = new GatewayServer(
                options.listen(),
                tls == null ? null : tls.context(),
                new GatewayServer.Parts(
                        store, authenticator, limiter, ledger, sessions, cursors, management, random, options.clock()),
                upstreams.upstreams());
        if (options.management().isPresent()) {
            opened(parts, MetricsServer.start(options.management().get(), metrics));
        }
        opened(parts, server).start();
        expireRegularly(server, source.link(), parts);
        LOG.atInfo().addKeyValue(LogKeys.ADDRESS, server.address()).log("Serving MCP");
        return new Gateway(store, server, parts);
    }

    /** @param link absent in directory mode, where the folder itself is at hand */
    private record Source(FindingsSource findings, Optional<Freshness> link) {}

    private static Source source(
            GatewayOptions options,
            LinkTargets targets,
            Discoveries discoveries,
            FindingsSource upstreams,
            SecureRandom random,
            Deque<AutoCloseable> parts)
            throws IOException, GeneralSecurityException {
        return switch (options.source()) {
            case ConfigSource.Directory(Path manifests, Duration rescanInterval) -> {
                var directory = opened(
                        parts,
                        DirectorySource.start(
                                manifests, rescanInterval, options.environment(), options.clock(), targets.store()));
                yield new Source(new FolderFindings(directory, discoveries::namesOf, upstreams), Optional.empty());
            }
            case ConfigSource.OperatorLink(LinkOptions link) ->
                new Source(
                        new JoinedFindings(targets.findings(), upstreams),
                        Optional.of(opened(parts, LinkSource.start(link, targets, options.clock(), random))
                                .freshness()));
        };
    }

    private static void describe(Freshness link, GatewayMetrics metrics) {
        metrics.gauge(
                "gatehouse_link_connected", "1: there is a link to the operator.", () -> link.isConnected() ? 1 : 0);
        metrics.gauge(
                "gatehouse_config_confirmed_age_seconds",
                "Time since the operator confirmed that the configuration is the newest; -1 before the first time.",
                () -> link.age().map(age -> age.toMillis() / 1000.0).orElse(-1.0));
    }

    /** Decisions are written and counted at one place. */
    private static GatewayMetrics metrics(GatewayOptions options, AccessStore store, AuditSink audit) {
        Set<String> methods = Stream.concat(
                        Arrays.stream(Method.values()).map(Method::wireName),
                        Arrays.stream(ApiRoute.values()).map(ApiRoute::auditMethod))
                .collect(Collectors.toSet());
        var metrics = new GatewayMetrics(store, methods, options.clock());
        metrics.counter(
                "gatehouse_audit_dropped_total", "Audit events lost because their destination was too slow.", () ->
                        (double) audit.dropped());
        return metrics;
    }

    private static void expireRegularly(GatewayServer server, Optional<Freshness> link, Deque<AutoCloseable> parts) {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("expiry").daemon().factory());
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    link.ifPresent(Freshness::judge);
                    server.expire();
                },
                1,
                1,
                TimeUnit.SECONDS);
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
