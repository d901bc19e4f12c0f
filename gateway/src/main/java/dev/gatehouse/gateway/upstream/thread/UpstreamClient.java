package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

    private static final String SESSION = "Mcp-Session-Id";
    private static final String VERSION = "MCP-Protocol-Version";
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final GatewayIdentity identity;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Exchange exchange = new Exchange(new Connections(executor));
    private final AtomicLong ids = new AtomicLong();

    public UpstreamClient(GatewayIdentity identity) {
        this.identity = identity;
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
        HttpRequest.Builder request =
                HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(Messages.request(id, "initialize", params)));
        return switch (exchange.send(server, request, id, timeout)) {
            case Exchange.Received received -> initialization(received, id);
            case Exchange.NotReceived not -> not.failure();
        };
    }

    private static Initialization initialization(Exchange.Received received, long id) {
        return switch (received.answer(id, false)) {
            case UpstreamAnswer.Answered answered -> initialization(received.response(), answered.result());
            case UpstreamFailure failure -> failure;
        };
    }

    private static Initialization initialization(HttpResponse<AnswerBody> response, ObjectNode result) {
        List<String> sessions = response.headers().allValues(SESSION);
        String session = sessions.isEmpty() ? "" : sessions.getFirst();
        String version = result.path("protocolVersion").asText("");
        if (sessions.size() > 1 || !UpstreamSession.isAcceptableId(session)) {
            return new UpstreamFailure.Unusable("the upstream's session id is not acceptable");
        }
        if (!Versions.isLegacy(version)) {
            return new UpstreamFailure.Unusable("the upstream negotiated a revision that the gateway does not speak");
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
        HttpRequest.Builder request = in(initialized.session())
                .POST(BodyPublishers.ofByteArray(Messages.notification("notifications/initialized")));
        return switch (exchange.send(server, request, 0, timeout)) {
            case Exchange.Received received ->
                received.isSuccess()
                        ? initialized
                        : received.failureByStatus(!initialized.session().isStateless());
            case Exchange.NotReceived not -> not.failure();
        };
    }

    /** Asks a legacy upstream. */
    public UpstreamAnswer request(
            UpstreamServer server, UpstreamSession session, String method, ObjectNode params, Duration timeout) {
        long id = ids.incrementAndGet();
        HttpRequest.Builder request =
                in(session).POST(BodyPublishers.ofByteArray(Messages.request(id, method, params)));
        return answer(server, request, id, !session.isStateless(), timeout);
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
        return answer(server, modern(mirrored, paramHeaders, params, id), id, false, timeout);
    }

    private HttpRequest.Builder modern(
            MirroredHeaders mirrored, Map<String, String> paramHeaders, ObjectNode params, long id) {
        ObjectNode complete = params.deepCopy();
        ObjectNode meta = complete.withObjectProperty("_meta");
        meta.put("io.modelcontextprotocol/protocolVersion", Versions.MODERN);
        if (!meta.has("io.modelcontextprotocol/clientCapabilities")) {
            meta.putObject("io.modelcontextprotocol/clientCapabilities");
        }
        if (!meta.has("io.modelcontextprotocol/clientInfo")) {
            meta.set("io.modelcontextprotocol/clientInfo", identity.json());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header(VERSION, mirrored.protocolVersion())
                .header("Mcp-Method", mirrored.method())
                .POST(BodyPublishers.ofByteArray(Messages.request(id, mirrored.method(), complete)));
        if (mirrored.name() != null) {
            request.header("Mcp-Name", mirrored.name());
        }
        paramHeaders.forEach(request::header);
        return request;
    }

    /**
     * Listens to what a legacy upstream says unasked in a session, until it ends the stream, the time is over or the thread is
     * interrupted. Blocks.
     *
     * @param heard is told the method of each message
     */
    public Hearing listen(UpstreamServer server, UpstreamSession session, Consumer<String> heard, Duration longest) {
        return exchange.follow(server, in(session).GET(), heard, longest);
    }

    /** As above, to what a modern upstream says of changed lists. */
    public Hearing listen(UpstreamServer server, Consumer<String> heard, Duration longest) {
        ObjectNode params = BoundedJson.newObject();
        params.putObject("notifications")
                .put("toolsListChanged", true)
                .put("promptsListChanged", true)
                .put("resourcesListChanged", true);
        var mirrored = MirroredHeaders.of("subscriptions/listen", null);
        return exchange.follow(server, modern(mirrored, Map.of(), params, ids.incrementAndGet()), heard, longest);
    }

    private UpstreamAnswer answer(
            UpstreamServer server, HttpRequest.Builder request, long id, boolean inSession, Duration timeout) {
        return switch (exchange.send(server, request, id, timeout)) {
            case Exchange.Received received -> received.answer(id, inSession);
            case Exchange.NotReceived not -> not.failure();
        };
    }

    /** Ends a session in the background, as far as the upstream lets us. Does not block. */
    public void end(UpstreamServer server, UpstreamSession session) {
        if (!session.isStateless()) {
            Thread.startVirtualThread(() -> exchange.send(server, in(session).DELETE(), 0, FAREWELL));
        }
    }

    /** Lets go of connections that none of these servers needs. */
    public void retain(Collection<UpstreamServer> servers) {
        exchange.retain(servers);
    }

    private static HttpRequest.Builder in(UpstreamSession session) {
        HttpRequest.Builder request = HttpRequest.newBuilder().header(VERSION, session.protocolVersion());
        return session.isStateless() ? request : request.header(SESSION, session.id());
    }

    @Override
    public void close() {
        exchange.close();
        executor.shutdownNow();
    }
}
