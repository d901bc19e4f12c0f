package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes a legacy {@code initialize} on to one server, without the capabilities that the gateway cannot carry: none of
 * the client's, as each of them invites requests from the server; of the server's all but tasks. Thread-safe.
 */
public final class ServerInitialize {

    /** What became of it. */
    public sealed interface Result {

        /** @param session to be sealed into the session id */
        record Opened(SessionState session, RawJson result) implements Result {}

        record Failed(UpstreamFailure failure) implements Result {}

        /** The server speaks no revision that has {@code initialize}. */
        record OtherEra() implements Result {}
    }

    private final UpstreamClient client;
    private final UpstreamEras eras;
    private final GatewayIdentity identity;
    private final SecureRandom random;
    private final Clock clock;

    public ServerInitialize(
            UpstreamClient client, UpstreamEras eras, GatewayIdentity identity, SecureRandom random, Clock clock) {
        this.client = client;
        this.eras = eras;
        this.identity = identity;
        this.random = random;
        this.clock = clock;
    }

    /** The endpoint of sessions with one server. */
    public static String endpoint(UpstreamServer server) {
        return "servers/" + server.key();
    }

    /**
     * Waits for the upstream, at most for its request timeout. The session is not confirmed: the client's own
     * {@code notifications/initialized} must be forwarded.
     *
     * @param params of the request; an object
     */
    public Result open(UpstreamServer server, Principal caller, ObjectNode params) {
        if (isOfOtherEra(eras.known(server))) {
            return new Result.OtherEra();
        }
        String version = Versions.negotiate(params.path("protocolVersion").asText(""));
        ObjectNode clientInfo = params.get("clientInfo") instanceof ObjectNode info ? info : identity.json();
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        Initialization initialization = client.initialize(
                server, version, clientInfo, capabilities, server.timeouts().request());
        return switch (initialization) {
            case Initialization.Initialized initialized -> opened(server, caller, initialized);
            case UpstreamFailure failure ->
                isOfOtherEra(eras.find(server)) ? new Result.OtherEra() : new Result.Failed(failure);
        };
    }

    private static boolean isOfOtherEra(@Nullable EraFinding found) {
        return found instanceof Eras spoken && !spoken.legacy();
    }

    private Result opened(UpstreamServer server, Principal caller, Initialization.Initialized initialized) {
        ObjectNode result = initialized.result().deepCopy();
        Trimming.capabilities(result);
        UpstreamSession upstream = initialized.session();
        var session = new SessionState(
                caller.key(),
                caller.uid(),
                endpoint(server),
                upstream.protocolVersion(),
                random.nextLong(),
                Map.of(server.id(), upstream),
                clock.instant());
        return new Result.Opened(session, BoundedJson.write(result));
    }
}
