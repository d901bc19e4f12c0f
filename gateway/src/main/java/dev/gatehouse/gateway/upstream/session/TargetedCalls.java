package dev.gatehouse.gateway.upstream.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.Opening;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Calls one thing of one server for a principal that speaks no MCP itself, in an era that the server speaks. A legacy
 * server sees one session for each principal, never one that another has used, and a new one when it has ended that.
 * Decides nothing: whoever calls this has. Blocks. Thread-safe.
 */
public final class TargetedCalls {

    private static final String ENDPOINT = "api";

    private final UpstreamClient client;
    private final UpstreamEras eras;
    private final UpstreamSessions sessions;
    private final Clock clock;
    private final long nonce;

    public TargetedCalls(
            UpstreamClient client, UpstreamEras eras, UpstreamSessions sessions, SecureRandom random, Clock clock) {
        this.client = client;
        this.eras = eras;
        this.sessions = sessions;
        this.clock = clock;
        this.nonce = random.nextLong();
    }

    /**
     * @param target the tool's or prompt's own name, or the URI
     * @param paramHeaders {@code Mcp-Param-*} for a modern server
     */
    public record Call(String method, String target, ObjectNode params, Map<String, String> paramHeaders) {}

    public UpstreamAnswer ask(UpstreamServer server, Principal caller, Call call) {
        Duration timeout = server.timeouts().request();
        return switch (eras.find(server)) {
            case Eras spoken -> spoken.modern() ? modern(server, call, timeout) : legacy(server, caller, call, timeout);
            case UpstreamFailure failure -> failure;
        };
    }

    private UpstreamAnswer modern(UpstreamServer server, Call call, Duration timeout) {
        var mirrored = MirroredHeaders.of(call.method(), call.target());
        UpstreamAnswer answer = client.request(server, mirrored, call.paramHeaders(), call.params(), timeout);
        boolean partial = answer instanceof UpstreamAnswer.Answered(var result)
                && !result.path("resultType").asText("complete").equals("complete");
        return partial ? UpstreamFailure.of(FailureCause.ASKS) : answer;
    }

    private UpstreamAnswer legacy(UpstreamServer server, Principal caller, Call call, Duration timeout) {
        var state = new SessionState(
                caller.key(), caller.uid(), ENDPOINT, Versions.LATEST_LEGACY, nonce, Map.of(), clock.instant());
        return switch (sessions.openLazily(state, server)) {
            case UpstreamFailure failure -> failure;
            case Opening.Stands(UpstreamSession session) -> {
                UpstreamAnswer answer = inSession(server, session, call, timeout);
                yield answer instanceof UpstreamFailure.SessionGone
                        ? again(state, server, session, call, timeout)
                        : answer;
            }
        };
    }

    private UpstreamAnswer again(
            SessionState state, UpstreamServer server, UpstreamSession gone, Call call, Duration timeout) {
        return switch (sessions.openAgain(state, server, gone)) {
            case UpstreamFailure failure -> failure;
            case Opening.Stands(UpstreamSession session) -> inSession(server, session, call, timeout);
        };
    }

    private UpstreamAnswer inSession(UpstreamServer server, UpstreamSession session, Call call, Duration timeout) {
        return client.request(server, session, call.method(), call.params(), timeout);
    }
}
