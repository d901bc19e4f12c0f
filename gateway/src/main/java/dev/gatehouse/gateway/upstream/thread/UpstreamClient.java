package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A blocking client for the rare requests of the gateway, meant for virtual threads: HTTP/1.1, no redirects, no cookies,
 * no proxies, answers of at most 16 MiB as JSON or as an event stream, every wait bounded. Requests that an upstream sends
 * on an answer's stream are not answered: we declare no capability that would permit them. Thread-safe.
 */
public final class UpstreamClient implements AutoCloseable {

    /** The largest answer that is read. */
    public static final int MAX_ANSWER_BYTES = 16 << 20;

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final GatewayIdentity identity;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final RoundTrip roundTrip;
    private final AtomicLong ids = new AtomicLong();

    public UpstreamClient(GatewayIdentity identity) {
        this.identity = identity;
        this.roundTrip = new RoundTrip(new Connections(executor), identity.userAgent());
    }

    /** Opens a legacy session, without confirming it. */
    public Initialization initialize(
            UpstreamServer server,
            String protocolVersion,
            ObjectNode clientInfo,
            ObjectNode capabilities,
            Duration timeout) {
        long id = ids.incrementAndGet();
        ObjectNode params = BoundedJson.newObject().put("protocolVersion", protocolVersion);
        params.set("capabilities", capabilities);
        params.set("clientInfo", clientInfo);
        byte[] message = Messages.request(id, "initialize", params);
        return switch (roundTrip.send(server, CallHead.opening(), message, id, timeout)) {
            case Received received -> initialization(received, id);
            case RoundTrip.NotReceived not -> not.failure();
        };
    }

    private static Initialization initialization(Received received, long id) {
        return switch (received.answer(id, false)) {
            case UpstreamAnswer.Answered answered -> initialization(received.sessionIds(), answered.result());
            case UpstreamFailure failure -> failure;
        };
    }

    private static Initialization initialization(List<String> sessions, ObjectNode result) {
        String session = sessions.isEmpty() ? "" : sessions.getFirst();
        String version = result.path("protocolVersion").asText("");
        if (sessions.size() > 1 || !UpstreamSession.isAcceptableId(session)) {
            return UpstreamFailure.of(FailureCause.BAD_SESSION_ID);
        }
        if (!Versions.isLegacy(version)) {
            return UpstreamFailure.of(FailureCause.NO_ERA);
        }
        return new Initialization.Initialized(new UpstreamSession(session, version), result);
    }

    /** Opens a legacy session of the gateway's own or for an aggregate's client, and confirms it. */
    public Initialization open(UpstreamServer server, String protocolVersion, Duration timeout) {
        Initialization opened = initialize(server, protocolVersion, identity.json(), BoundedJson.newObject(), timeout);
        return switch (opened) {
            case Initialization.Initialized initialized -> confirmed(server, initialized, timeout);
            case UpstreamFailure failure -> failure;
        };
    }

    private Initialization confirmed(UpstreamServer server, Initialization.Initialized initialized, Duration timeout) {
        UpstreamSession session = initialized.session();
        byte[] message = Messages.notification("notifications/initialized");
        return switch (roundTrip.send(server, CallHead.post(session), message, 0, timeout)) {
            case Received received -> received.isSuccess() ? initialized : received.failure(!session.isStateless());
            case RoundTrip.NotReceived not -> not.failure();
        };
    }

    /** Asks a legacy upstream. */
    public UpstreamAnswer request(
            UpstreamServer server, UpstreamSession session, String method, ObjectNode params, Duration timeout) {
        long id = ids.incrementAndGet();
        return answer(
                server,
                CallHead.post(session),
                Messages.request(id, method, params),
                id,
                !session.isStateless(),
                timeout);
    }

    /**
     * Asks a modern upstream; the required parts of {@code _meta} and the headers are added here.
     *
     * @param method not one that names its target in {@code Mcp-Name}
     */
    public UpstreamAnswer request(UpstreamServer server, String method, ObjectNode params, Duration timeout) {
        return request(server, MirroredHeaders.of(method, null), Map.of(), params, timeout);
    }

    /**
     * As above, for methods that name their target.
     *
     * @param paramHeaders {@code Mcp-Param-*}, encoded
     */
    public UpstreamAnswer request(
            UpstreamServer server,
            MirroredHeaders mirrored,
            Map<String, String> paramHeaders,
            ObjectNode params,
            Duration timeout) {
        long id = ids.incrementAndGet();
        byte[] message = modern(mirrored.method(), params, id);
        return answer(server, CallHead.modern(mirrored, paramHeaders), message, id, false, timeout);
    }

    /** The whole of a modern request, whose required parts of {@code _meta} are added here. */
    private byte[] modern(String method, ObjectNode params, long id) {
        ObjectNode complete = params.deepCopy();
        ObjectNode meta = complete.withObjectProperty("_meta");
        meta.put("io.modelcontextprotocol/protocolVersion", Versions.MODERN);
        if (!meta.has("io.modelcontextprotocol/clientCapabilities")) {
            meta.putObject("io.modelcontextprotocol/clientCapabilities");
        }
        if (!meta.has("io.modelcontextprotocol/clientInfo")) {
            meta.set("io.modelcontextprotocol/clientInfo", identity.json());
        }
        return Messages.request(id, method, complete);
    }

    /**
     * Listens to what a legacy upstream says unasked in a session, until it ends the stream, the time is over or the thread is
     * interrupted. Blocks.
     *
     * @param heard is told the method of each message
     */
    public Listened listen(UpstreamServer server, UpstreamSession session, Consumer<String> heard, Duration longest) {
        return roundTrip.follow(server, CallHead.stream(session), new byte[0], heard, longest);
    }

    /** As above, to what a modern upstream says of changed lists. */
    public Listened listen(UpstreamServer server, Consumer<String> heard, Duration longest) {
        ObjectNode params = BoundedJson.newObject();
        params.putObject("notifications")
                .put("toolsListChanged", true)
                .put("promptsListChanged", true)
                .put("resourcesListChanged", true);
        var mirrored = MirroredHeaders.of("subscriptions/listen", null);
        byte[] message = modern(mirrored.method(), params, ids.incrementAndGet());
        return roundTrip.follow(server, CallHead.modern(mirrored, Map.of()), message, heard, longest);
    }

    private UpstreamAnswer answer(
            UpstreamServer server, CallHead head, byte[] message, long id, boolean inSession, Duration timeout) {
        return switch (roundTrip.send(server, head, message, id, timeout)) {
            case Received received -> received.answer(id, inSession);
            case RoundTrip.NotReceived not -> not.failure();
        };
    }

    /** Ends a session in the background, as far as the upstream lets us. Does not block. */
    public void end(UpstreamServer server, UpstreamSession session) {
        if (!session.isStateless()) {
            roundTrip.dispatch(server, CallHead.end(session), FAREWELL);
        }
    }

    /** Lets go of connections that none of these servers needs. */
    public void retain(Collection<UpstreamServer> servers) {
        roundTrip.retain(servers);
    }

    @Override
    public void close() {
        roundTrip.close();
        executor.shutdownNow();
    }
}
