package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers a legacy {@code initialize} on the aggregate and opens the caller's own upstream sessions: each client session
 * has its own, never one that another has used. Thread-safe.
 */
public final class AggregateInitialize {

    /** The endpoint of sessions on the aggregate. */
    public static final String ENDPOINT = "mcp";

    private static final Initialization NOT_IN_TIME = UpstreamFailure.of(FailureCause.TIMEOUT);

    /**
     * @param session to be sealed into the session id
     * @param result the {@code InitializeResult}
     */
    public record Opened(SessionState session, RawJson result) {}

    private final UpstreamSessions sessions;
    private final UpstreamEras eras;
    private final Catalogues catalogues;
    private final GatewayIdentity identity;
    private final Carried carried;
    private final SecureRandom random;
    private final Clock clock;

    public AggregateInitialize(
            UpstreamSessions sessions,
            UpstreamEras eras,
            Catalogues catalogues,
            GatewayIdentity identity,
            Carried carried,
            SecureRandom random,
            Clock clock) {
        this.sessions = sessions;
        this.eras = eras;
        this.catalogues = catalogues;
        this.identity = identity;
        this.carried = carried;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Waits for upstreams, for each at most its list timeout; those that are not there in time are opened when needed.
     * The upstream sessions are confirmed: the client's own {@code notifications/initialized} needs no forwarding.
     *
     * @param params of the request; an object
     */
    public Opened open(List<UpstreamServer> servers, Principal caller, ObjectNode params) {
        String version = Versions.negotiate(params.path("protocolVersion").asText(""));
        var bare = new SessionState(
                caller.key(), caller.uid(), ENDPOINT, version, random.nextLong(), Map.of(), clock.instant());
        List<UpstreamServer> visible = Visible.servers(servers, caller.grants()).stream()
                .filter(this::mayBeLegacy)
                .toList();
        Map<ServerId, Initialization.Initialized> opened = openAll(bare, visible);
        var capabilities = new AggregateCapabilities(parts(visible, opened), caller.grants(), carried);
        return new Opened(sealable(bare, opened), result(version, capabilities));
    }

    private boolean mayBeLegacy(UpstreamServer server) {
        Eras known = eras.known(server);
        return known == null || known.legacy();
    }

    private Map<ServerId, Initialization.Initialized> openAll(SessionState bare, List<UpstreamServer> visible) {
        long start = System.nanoTime();
        Map<UpstreamServer, CompletableFuture<Initialization>> openings = new LinkedHashMap<>();
        visible.forEach(server -> openings.put(server, sessions.begin(bare, server)));
        Map<ServerId, Initialization.Initialized> opened = new LinkedHashMap<>();
        openings.forEach((server, opening) -> {
            long left = server.timeouts().list().toNanos() - (System.nanoTime() - start);
            Initialization outcome = opening.copy()
                    .completeOnTimeout(NOT_IN_TIME, Math.max(0, left), TimeUnit.NANOSECONDS)
                    .join();
            if (outcome instanceof Initialization.Initialized initialized) {
                opened.put(server.id(), initialized);
            }
        });
        return opened;
    }

    /** As many upstream sessions as fit travel in the id; the others stay in this process. */
    private SessionState sealable(SessionState bare, Map<ServerId, Initialization.Initialized> opened) {
        SessionState sealable = bare;
        for (Map.Entry<ServerId, Initialization.Initialized> entry : opened.entrySet()) {
            Map<ServerId, UpstreamSession> more = new HashMap<>(sealable.upstreamSessions());
            more.put(entry.getKey(), entry.getValue().session());
            SessionState larger = sealable.with(more);
            if (SessionSealer.fits(larger)) {
                sealable = larger;
                sessions.release(bare, entry.getKey());
            }
        }
        return sealable;
    }

    private List<AggregateCapabilities.Part> parts(
            List<UpstreamServer> visible, Map<ServerId, Initialization.Initialized> opened) {
        List<AggregateCapabilities.Part> parts = new ArrayList<>();
        for (UpstreamServer server : visible) {
            Initialization.Initialized initialized = opened.get(server.id());
            Introduction introduction = initialized == null
                    ? lastKnown(server)
                    : Introduction.of(initialized.session().protocolVersion(), initialized.result());
            parts.add(new AggregateCapabilities.Part(server, introduction));
        }
        return parts;
    }

    private @Nullable Introduction lastKnown(UpstreamServer server) {
        Catalogue catalogue = catalogues.known(server, Era.LEGACY);
        return catalogue == null ? null : catalogue.introduction();
    }

    private RawJson result(String version, AggregateCapabilities capabilities) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("protocolVersion", version);
        result.set("capabilities", capabilities.json());
        result.set("serverInfo", identity.json());
        String instructions = capabilities.instructions();
        if (instructions != null) {
            result.put("instructions", instructions);
        }
        return BoundedJson.write(result);
    }
}
