package dev.gatehouse.operator.link;

import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.link.LinkTls;
import dev.gatehouse.model.link.ObjectFindings;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.fleet.Fleet;
import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.FleetSecrets;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.fleet.Publication;
import dev.gatehouse.operator.pki.LinkIdentity;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;

/**
 * Serves the link over mutual TLS 1.3. Starts standing by: it refuses gateways until {@link #serve} says that this operator
 * leads. Thread-safe.
 */
public final class LinkServer implements Fleet, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkServer.class);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ListenOptions options;
    private final Clock clock;
    private final ExecutorService telling = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("fleet-listeners").factory());
    private final Replicas replicas = new Replicas(telling);
    private final Deltas deltas = new Deltas();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Undertow undertow;

    // guarded by this
    private WantedState target = WantedState.NOTHING;
    private boolean serving;
    private Optional<String> leader = Optional.empty();

    private LinkServer(ListenOptions options, LinkIdentity identity, Clock clock) throws GeneralSecurityException {
        this.options = options;
        this.clock = clock;
        this.undertow = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(1)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 8 << 10)
                .setServerOption(UndertowOptions.MAX_HEADERS, 50)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, 10)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
                .setSocketOption(Options.SSL_ENABLED_PROTOCOLS, Sequence.of(LinkTls.PROTOCOL))
                .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUIRED)
                .addHttpsListener(options.listen().getPort(), options.listen().getHostString(), tls(identity))
                .setHandler(new LinkHandler(new OwnDoors(), replicas, threads, clock))
                .build();
    }

    /** Listens, standing by. */
    public static LinkServer start(ListenOptions options, LinkIdentity identity, Clock clock)
            throws GeneralSecurityException {
        var server = new LinkServer(options, identity, clock);
        server.undertow.start();
        LOG.atInfo().addKeyValue(OperatorLogKeys.ADDRESS, server.address()).log("Listening for gateways");
        return server;
    }

    /** Where it listens, with the port that it was given. */
    public InetSocketAddress address() {
        return (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
    }

    /** New connections meet the new identity; streams that stand go on until the gateway's certificate ends. */
    public void renew(LinkIdentity identity) throws GeneralSecurityException {
        undertow.getListenerInfo().getFirst().setSslContext(tls(identity));
        LOG.atInfo().log("New links get the new certificate");
    }

    /** This operator leads: gateways are served from now on. */
    public synchronized void serve() {
        serving = true;
        leader = Optional.empty();
    }

    /** Another one leads, if it is known which: gateways are refused, and those that are here are told to go there. */
    public synchronized void standBy(Optional<String> knownLeader) {
        serving = false;
        leader = knownLeader;
        replicas.all().forEach(GatewayLink::goAway);
    }

    @Override
    public synchronized void publish(Publication next) {
        Publication last = target.publication();
        if (last != null && next.version() <= last.version()) {
            throw new IllegalArgumentException(
                    "version " + next.version() + " cannot be published after " + last.version());
        }
        retarget(target.with(next));
    }

    @Override
    public synchronized void share(FleetSecrets secrets) {
        retarget(target.with(secrets));
    }

    @Override
    public synchronized void tell(ObjectFindings findings) {
        retarget(target.with(findings));
    }

    @Override
    public FleetState state() {
        return replicas.state();
    }

    @Override
    public void subscribe(FleetListener listener) {
        replicas.subscribe(listener);
    }

    /** Tells all gateways to dial anew, and gives them a second to hear it. */
    @Override
    public void close() {
        standBy(Optional.empty());
        threads.shutdown();
        try {
            var _ = threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        undertow.stop();
        telling.shutdown();
    }

    private void retarget(WantedState next) {
        target = next;
        replicas.all().forEach(link -> link.want(next));
    }

    /** Under the same lock as publishing, so that no gateway misses what is published while it comes in. */
    private synchronized void enter(HttpServerExchange exchange, Dialler gateway) {
        if (!serving) {
            exchange.endExchange();
            return;
        }
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/jsonl");
        var link = new GatewayLink(
                UUID.randomUUID().toString(),
                gateway,
                target,
                new ResponseStream(exchange, options.writeTimeout()),
                deltas,
                options,
                clock);
        replicas.opened(link);
        Publication newest = target.publication();
        if (newest == null || gateway.seen() > newest.version()) {
            replicas.outrun(gateway.seen());
        }
        LOG.atInfo()
                .addKeyValue(OperatorLogKeys.REPLICA, gateway.name())
                .addKeyValue(OperatorLogKeys.ADDRESS, exchange.getSourceAddress())
                .log("A gateway has connected");
        threads.execute(() -> {
            try {
                link.run();
            } finally {
                replicas.closed(link);
            }
        });
    }

    static SSLContext tls(LinkIdentity identity) throws GeneralSecurityException {
        return LinkTls.context(
                LinkRole.GATEWAY,
                List.of(identity.own().certificate()),
                identity.own().key(),
                identity.trusted());
    }

    private synchronized Optional<String> leader() {
        return leader;
    }

    private synchronized boolean isServing() {
        return serving;
    }

    private final class OwnDoors implements LinkHandler.Doors {
        @Override
        public boolean areOpen() {
            return isServing();
        }

        @Override
        public Optional<String> leader() {
            return LinkServer.this.leader();
        }

        @Override
        public void open(HttpServerExchange exchange, Dialler gateway) {
            enter(exchange, gateway);
        }
    }
}
