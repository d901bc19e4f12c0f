package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.catalogue.CatalogueListener;
import dev.gatehouse.gateway.ledger.Ledger;
import dev.gatehouse.gateway.limits.PrincipalLimiter;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.relay.Lanes;
import dev.gatehouse.gateway.relay.Relays;
import dev.gatehouse.gateway.relay.Upstreams;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The listening side of the gateway: Undertow, the handlers, and an orderly end. */
public final class GatewayServer implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(10);

    /** Undertow would cut at 2 MB; {@link Intake} holds every body to the limit of the configuration in force. */
    private static final long UNBOUNDED = -1;

    private final AccessStore store;
    private final Lanes lanes;
    private final Relays relays;
    private final GracefulShutdownHandler handlers;
    private final Undertow undertow;
    private volatile boolean stopping;

    /** What the server is made of, apart from its upstreams. */
    public record Parts(
            AccessStore store,
            Authenticator authenticator,
            PrincipalLimiter limiter,
            Ledger ledger,
            SessionSealer sessions,
            CursorSealer cursors,
            PlaneService management,
            RandomGenerator random,
            Clock clock) {}

    /** @param tls absent: plain HTTP */
    public GatewayServer(InetSocketAddress listen, @Nullable SSLContext tls, Parts parts, Upstreams upstreams) {
        this.store = parts.store();
        this.lanes = new Lanes(parts.clock(), System::nanoTime, parts.random());
        upstreams.catalogues().subscribe(new CatalogueListener() {
            @Override
            public void listsChanged(UpstreamServer server, Era era, Set<ListKind> kinds) {
                lanes.listsChanged(server, era, kinds);
            }
        });
        this.relays = new Relays(store, upstreams, parts.sessions(), parts.cursors());
        var door = new Door(
                store,
                parts.authenticator(),
                parts.limiter(),
                parts.ledger(),
                planes(mcp(parts.sessions()), parts.management()));
        var probes = new Probes(store, () -> stopping);
        this.handlers = new GracefulShutdownHandler(
                http -> (Probes.isFor(http.getRequestPath()) ? probes : door).handleRequest(http));
        this.undertow = listener(listen, tls).setHandler(handlers).build();
    }

    private McpService mcp(SessionSealer sealer) {
        var sessions = new Sessions(sealer);
        return new McpService(
                lanes,
                new PostIntake(sessions, relays.uploads(), relays.runner()),
                new SessionVerbs(sessions, relays.runner()));
    }

    private static Planes planes(PlaneService mcp, PlaneService management) {
        return new Planes(List.of(
                new Planes.Row("/mcp", mcp), new Planes.Row("/servers", mcp), new Planes.Row("/api", management)));
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
        relays.close();
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
