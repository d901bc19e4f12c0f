package dev.gatehouse.gateway.upstream.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.Opening;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The upstream sessions of client sessions, where they are not in the sealed id: opened when a client on the aggregate first
 * uses something of the server, or opened again because the session had ended. In memory, so that another replica opens its
 * own; never shared between client sessions; at most {@value #MAX_LEGS} in all and {@value #MAX_LEGS_PER_PRINCIPAL} for
 * one principal, each let go an hour after its last use. Thread-safe.
 */
public final class UpstreamSessions {

    private static final int MAX_LEGS = 100_000;
    private static final int MAX_LEGS_PER_PRINCIPAL = 5_000;

    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    /** How long one attempt may take; callers may give up earlier and find it done later. */
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(30);

    private final UpstreamClient client;
    private final Clock clock;
    private final int most;
    private final int mostOfPrincipal;
    private final Map<Leg.Key, Leg> legs = new ConcurrentHashMap<>();
    private final Map<PrincipalKey, Integer> legsOf = new ConcurrentHashMap<>();
    private final LogLevels levels = new LogLevels();
    private final OpeningListeners listeners = new OpeningListeners();
    private volatile Instant nextSweep = Instant.MIN;

    public UpstreamSessions(UpstreamClient client, Clock clock) {
        this(client, clock, MAX_LEGS, MAX_LEGS_PER_PRINCIPAL);
    }

    UpstreamSessions(UpstreamClient client, Clock clock, int most, int mostOfPrincipal) {
        this.client = client;
        this.clock = clock;
        this.most = most;
        this.mostOfPrincipal = mostOfPrincipal;
    }

    /** The session to use for this server, or null when none stands yet; does not block. */
    public @Nullable UpstreamSession find(SessionState state, ServerId server) {
        Leg leg = legs.isEmpty() ? null : legs.get(Leg.Key.of(state, server));
        UpstreamSession session = leg == null ? null : leg.session(clock.instant());
        return session == null ? state.upstreamSessions().get(server) : session;
    }

    /** Opens one unless one stands; concurrent callers share the attempt. Blocks. */
    public Opening openLazily(SessionState state, UpstreamServer server) {
        UpstreamSession standing = find(state, server.id());
        return standing == null ? await(begin(state, server)) : new Opening.Stands(standing);
    }

    /** Opens another one after the upstream said that {@code gone} has ended. Blocks. */
    public Opening openAgain(SessionState state, UpstreamServer server, UpstreamSession gone) {
        Leg.Key key = Leg.Key.of(state, server.id());
        Leg leg = legs.get(key);
        if (leg != null && gone.equals(leg.session(clock.instant()))) {
            remove(key, leg);
        }
        return await(begin(state, server));
    }

    /** Starts to open one, or joins the attempt under way. Does not block. */
    public CompletableFuture<Initialization> begin(SessionState state, UpstreamServer server) {
        sweep();
        Leg.Key key = Leg.Key.of(state, server.id());
        var fresh = new Leg(server, clock.instant());
        Leg earlier = legs.putIfAbsent(key, fresh);
        if (earlier != null) {
            return earlier.opening();
        }
        int ofPrincipal = legsOf.merge(key.principal(), 1, Integer::sum);
        if (ofPrincipal > mostOfPrincipal || legs.size() > most) {
            remove(key, fresh);
            fresh.opening().complete(UpstreamFailure.of(FailureCause.TOO_MANY_SESSIONS));
        } else {
            Thread.startVirtualThread(() -> open(key, fresh, state.protocolVersion()));
        }
        return fresh.opening();
    }

    /** Runs whenever a session with a server opens for this client session. Gives what ends that. */
    public Runnable whenOpened(SessionState state, Consumer<UpstreamServer> opened) {
        return listeners.add(ClientSession.of(state), opened);
    }

    /** Sessions that open from now on are told this log level first; {@code params} are those of {@code logging/setLevel}. */
    public void setLevel(SessionState state, ObjectNode params) {
        levels.put(ClientSession.of(state), params);
    }

    /** The client ended its session: ends all of its upstream sessions, in the background. */
    public void end(SessionState state, Collection<UpstreamServer> servers) {
        levels.remove(ClientSession.of(state));
        for (UpstreamServer server : servers) {
            Leg.Key key = Leg.Key.of(state, server.id());
            UpstreamSession sealed = state.upstreamSessions().get(server.id());
            if (sealed != null) {
                client.end(server, sealed);
            }
            Leg leg = legs.get(key);
            if (leg != null && remove(key, leg)) {
                endOnceOpened(leg);
            }
        }
    }

    private void open(Leg.Key key, Leg leg, String protocolVersion) {
        Duration request = leg.server().timeouts().request();
        Duration timeout = request.compareTo(LONGEST_OPENING) < 0 ? request : LONGEST_OPENING;
        Initialization outcome = UpstreamFailure.of(FailureCause.INTERNAL);
        try {
            String version = Versions.isLegacy(protocolVersion) ? protocolVersion : Versions.LATEST_LEGACY;
            outcome = opened(client.open(leg.server(), version, timeout), key, leg, timeout);
        } finally {
            if (outcome instanceof UpstreamFailure) {
                remove(key, leg);
            }
            leg.opening().complete(outcome);
        }
        if (outcome instanceof Initialization.Initialized) {
            listeners.opened(ClientSession.of(key), leg.server());
        }
    }

    /** What a server says of itself is known elsewhere and not kept once more for every client. */
    private Initialization opened(Initialization outcome, Leg.Key key, Leg leg, Duration timeout) {
        return switch (outcome) {
            case Initialization.Initialized(UpstreamSession session, ObjectNode result) -> {
                ObjectNode level = levels.get(ClientSession.of(key));
                if (level != null && result.path("capabilities").has("logging")) {
                    var _ = client.request(leg.server(), session, "logging/setLevel", level, timeout);
                }
                yield new Initialization.Initialized(session, BoundedJson.newObject());
            }
            case UpstreamFailure failure -> failure;
        };
    }

    private static Opening await(CompletableFuture<Initialization> opening) {
        return switch (opening.join()) {
            case Initialization.Initialized opened -> new Opening.Stands(opened.session());
            case UpstreamFailure failure -> failure;
        };
    }

    private boolean remove(Leg.Key key, Leg leg) {
        boolean removed = legs.remove(key, leg);
        if (removed) {
            legsOf.computeIfPresent(key.principal(), (_, count) -> count > 1 ? count - 1 : null);
        }
        return removed;
    }

    private void endOnceOpened(Leg leg) {
        var _ = leg.opening().thenAccept(outcome -> {
            if (outcome instanceof Initialization.Initialized opened) {
                client.end(leg.server(), opened.session());
            }
        });
    }

    private void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP_EVERY);
        legs.forEach((key, leg) -> {
            if (leg.isIdleSince(now.minus(IDLE)) && remove(key, leg)) {
                endOnceOpened(leg);
            }
        });
    }
}
