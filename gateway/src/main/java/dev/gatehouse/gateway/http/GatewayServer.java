package dev.gatehouse.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.audit.AuditSink;
import dev.gatehouse.gateway.catalogue.CatalogueListener;
import dev.gatehouse.gateway.limits.PrincipalLimiter;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The listening side of the gateway: Undertow, the handlers, and an orderly end. */
public final class GatewayServer implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(10);

    /** Undertow would cut at 2 MB; {@link Intake} holds every body to the limit of the configuration in force. */
    private static final long UNBOUNDED = -1;

    private final AccessStore store;
    private final Clock clock;
    private final IoLanes lanes = new IoLanes(System::nanoTime);
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final GracefulShutdownHandler handlers;
    private final Undertow undertow;
    private volatile boolean stopping;

    /** What the server is made of, apart from its upstreams. */
    public record Parts(
            AccessStore store,
            Authenticator authenticator,
            PrincipalLimiter limiter,
            AuditSink audit,
            SessionSealer sessions,
            CursorSealer cursors,
            ManagementPlane management,
            Clock clock) {}

    /** @param tls absent: plain HTTP */
    public GatewayServer(InetSocketAddress listen, @Nullable SSLContext tls, Parts parts, Upstreams upstreams) {
        this.store = parts.store();
        this.clock = parts.clock();
        var decisions = new Decisions(parts.audit(), parts.clock());
        upstreams.catalogues().subscribe(new CatalogueListener() {
            @Override
            public void listsChanged(UpstreamServer server, Era era, Set<ListKind> kinds) {
                lanes.listsChanged(server, era, kinds);
            }
        });
        this.handlers = Front.handlers(
                parts.store(),
                parts.authenticator(),
                decisions,
                new Probes(parts.store(), () -> stopping),
                parts.management(),
                endpoints(parts, upstreams, decisions));
        this.undertow = listener(listen, tls).setHandler(handlers).build();
    }

    public void start() {
        undertow.start();
        store.subscribe((before, after, delta) -> lanes.swapped(after));
    }

    /** Where it listens, with the port that it was given. */
    public InetSocketAddress address() {
        return (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
    }

    /** Judges what is open once more, as tokens and configurations grow too old without any change. To be called regularly. */
    public void expire() {
        AccessSnapshot judging = store.judging();
        if (judging != null) {
            lanes.swapped(judging);
        }
    }

    /** Not ready any more; streams end, calls have {@code 10 s} to finish. */
    @Override
    public void close() {
        stopping = true;
        handlers.shutdown();
        lanes.stop();
        try {
            var _ = handlers.awaitShutdown(DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        undertow.stop();
        virtualThreads.shutdownNow();
    }

    private McpHandler endpoints(Parts parts, Upstreams upstreams, Decisions decisions) {
        var json = new ObjectMapper();
        var rare = new RareWork(virtualThreads);
        var sessions = new Sessions(parts.sessions());
        var policy = new EventPolicy(store, upstreams.catalogues());
        var slots = new StreamSlots();
        var forwarding = new Forwarding(lanes, upstreams.targets(), policy, clock);
        var lists =
                new Lists(upstreams.aggregateLists(), upstreams.sessions(), parts.cursors(), forwarding, rare, clock);
        var legacy = new LegacyDispatch(
                new LegacyLifecycle(
                        upstreams.aggregateInitialize(),
                        upstreams.serverInitialize(),
                        upstreams.versions(),
                        parts.sessions(),
                        rare,
                        json),
                new LegacyTargets(upstreams.owners(), upstreams.sessions(), forwarding, rare),
                lists,
                new UpstreamNotices(lanes, upstreams.targets(), upstreams.sessions()));
        var modern = new ModernDispatch(
                new ModernEras(upstreams.eras(), upstreams.catalogues().claims(), rare),
                new ModernTargets(
                        upstreams.owners(), upstreams.eras(), new DeclaredCapabilities(json), forwarding, rare),
                lists,
                new Listening(
                        lanes,
                        new ListenPlans(upstreams.owners()),
                        new ListenLegs(upstreams.targets(), policy),
                        rare,
                        slots,
                        upstreams.attention(),
                        json,
                        clock),
                upstreams.aggregateDiscover(),
                upstreams.serverDiscover(),
                rare);
        var streams = new StreamHandler(
                sessions,
                new AggregateStream(
                        lanes, upstreams.targets(), upstreams.sessions(), policy, upstreams.attention(), clock),
                new SingleStream(lanes, upstreams.targets(), upstreams.sessions(), policy, clock),
                slots);
        return new McpHandler(
                new PostHandler(
                        lanes,
                        sessions,
                        new Uploads(sessions, upstreams.sessions(), forwarding),
                        legacy,
                        modern,
                        new VersionRefusal(upstreams.catalogues().claims(), upstreams.versions(), rare)),
                streams,
                new SessionEnd(sessions, upstreams.sessions()),
                new ClientLimits(parts.limiter()),
                decisions);
    }

    private static Undertow.Builder listener(InetSocketAddress listen, @Nullable SSLContext tls) {
        var builder = Undertow.builder()
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, true)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 64 << 10)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNBOUNDED)
                .setServerOption(UndertowOptions.MAX_HEADERS, 200)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, 100)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 75_000);
        return tls == null
                ? builder.addHttpListener(listen.getPort(), listen.getHostString())
                : builder.addHttpsListener(listen.getPort(), listen.getHostString(), tls);
    }
}
