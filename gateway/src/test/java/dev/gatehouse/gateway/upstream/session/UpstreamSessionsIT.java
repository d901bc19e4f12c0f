package dev.gatehouse.gateway.upstream.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.Opening;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.gateway.upstream.thread.Reply;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamSessionsIT {

    private final SettableClock clock = new SettableClock();
    private final FakeUpstream upstream = FakeUpstream.legacy("{}");
    private final UpstreamServer server = upstream.server("git", Protocol.LEGACY);
    private final UpstreamClient client = new UpstreamClient(GatewayIdentity.ofVersion("1"));
    private final UpstreamSessions sessions = new UpstreamSessions(client, clock, 100, 3);

    @AfterEach
    void close() {
        client.close();
        upstream.close();
    }

    @Test
    void sessionInTheSealedIdIsUsedWithoutAsking() {
        var sealed = new UpstreamSession("sealed", "2025-11-25");
        SessionState state = state("alice", 1, Map.of(server.id(), sealed));

        assertThat(sessions.openLazily(state, server)).isEqualTo(new Opening.Stands(sealed));
        assertThat(upstream.seen()).isEmpty();
    }

    @Test
    void missingSessionIsOpenedOnceHoweverManyNeedIt() throws Exception {
        SessionState state = state("alice", 1, Map.of());
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Opening> need = () -> sessions.openLazily(state, server);
            List<Future<Opening>> openings = callers.invokeAll(Collections.nCopies(20, need));
            for (Future<Opening> opening : openings) {
                assertThat(opening.get()).isEqualTo(openings.getFirst().get());
            }
        }
        assertThat(upstream.seen("initialize")).hasSize(1);
    }

    @Test
    void clientSessionsNeverShareAnUpstreamSession() {
        Opening alice = sessions.openLazily(state("alice", 1, Map.of()), server);
        Opening again = sessions.openLazily(state("alice", 2, Map.of()), server);
        Opening bob = sessions.openLazily(state("bob", 1, Map.of()), server);

        assertThat(List.of(alice, again, bob)).doesNotHaveDuplicates().allMatch(Opening.Stands.class::isInstance);
    }

    @Test
    void endedUpstreamSessionIsReplacedOnce() {
        var gone = new UpstreamSession("gone", "2025-11-25");
        SessionState state = state("alice", 1, Map.of(server.id(), gone));

        Opening replaced = sessions.openAgain(state, server, gone);
        Opening other = sessions.openAgain(state, server, gone);

        assertThat(replaced).isEqualTo(new Opening.Stands(new UpstreamSession("session-1", "2025-11-25")));
        assertThat(other).isEqualTo(replaced);
        assertThat(sessions.find(state, server.id())).isEqualTo(new UpstreamSession("session-1", "2025-11-25"));
    }

    @Test
    void failedOpeningIsTriedAgainNextTime() {
        SessionState state = state("alice", 1, Map.of());
        upstream.on("initialize", new Reply.Refusal(500, -32603));
        assertThat(sessions.openLazily(state, server)).isInstanceOf(UpstreamFailure.class);

        upstream.on("initialize", new Reply.Result("{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}"));
        assertThat(sessions.openLazily(state, server)).isInstanceOf(Opening.Stands.class);
    }

    @Test
    void endingTheClientSessionEndsSealedAndLateUpstreamSessions() {
        SessionState state = state("alice", 1, Map.of());
        var _ = sessions.openLazily(state, server);
        var sealed = state.with(Map.of(server.id(), new UpstreamSession("sealed", "2025-11-25")));

        sessions.end(sealed, List.of(server));

        Awaitility.await().untilAsserted(() -> assertThat(deleted()).containsExactlyInAnyOrder("sealed", "session-1"));
        assertThat(sessions.find(state, server.id())).isNull();
    }

    @Test
    void idleSessionIsLetGo() {
        SessionState idle = state("alice", 1, Map.of());
        var _ = sessions.openLazily(idle, server);
        clock.advance(Duration.ofMinutes(61));

        var _ = sessions.openLazily(state("bob", 2, Map.of()), server);

        assertThat(sessions.find(idle, server.id())).isNull();
        Awaitility.await().untilAsserted(() -> assertThat(deleted()).containsExactly("session-1"));
    }

    @Test
    void onePrincipalCannotOpenWithoutBoundAndBlocksNobodyElse() {
        upstream.on("initialize", new Reply.Silence());
        for (int nonce = 0; nonce < 3; nonce++) {
            var _ = sessions.begin(state("alice", nonce, Map.of()), server);
        }

        assertThat(sessions.begin(state("alice", -1, Map.of()), server))
                .isCompletedWithValueMatching(UpstreamFailure.of(FailureCause.TOO_MANY_SESSIONS)::equals);
        assertThat(sessions.begin(state("bob", -1, Map.of()), server)).isNotDone();
    }

    private List<String> deleted() {
        return upstream.seen().stream()
                .filter(seen -> seen.verb().equals("DELETE"))
                .map(seen -> seen.headers().getFirst("Mcp-Session-Id"))
                .toList();
    }

    private SessionState state(String name, long nonce, Map<ServerId, UpstreamSession> upstreams) {
        var key = new PrincipalKey(PrincipalKind.CLIENT, "team-a", name);
        return new SessionState(key, "uid", "mcp", "2025-11-25", nonce, upstreams, clock.instant());
    }
}
