package dev.gatehouse.gateway.upstream.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which eras each upstream speaks, and finds out for those whose protocol is {@code Auto}. Thread-safe.
 *
 * <p>An upstream is modern when it answers {@code server/discover} naming 2026-07-28 (an answer alone proves nothing:
 * some legacy servers give one too), legacy when {@code initialize} succeeds, and it may be both.
 */
public final class UpstreamEras {

    private static final Duration TRUSTED_FOR = Duration.ofMinutes(10);
    private static final Duration DOUBTED_FOR = Duration.ofSeconds(30);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** @param eras null: the upstream gave no usable answer */
    private record Finding(UpstreamServer server, @Nullable Eras eras, Instant since, Instant until) {}

    private final UpstreamClient client;
    private final Clock clock;
    private final Map<ServerId, Finding> findings = new ConcurrentHashMap<>();
    private final Map<ServerId, CompletableFuture<Finding>> probes = new ConcurrentHashMap<>();

    public UpstreamEras(UpstreamClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** What is known without asking, or null; does not block. */
    public @Nullable Eras known(UpstreamServer server) {
        return switch (server.protocol()) {
            case MODERN -> new Eras(false, true);
            case LEGACY -> new Eras(true, false);
            case AUTO -> {
                Finding finding = finding(server);
                yield finding == null ? null : finding.eras();
            }
        };
    }

    /** Asks if nothing is known; null when the upstream gave no usable answer, now or within the last 5 s. Blocks. */
    public @Nullable Eras find(UpstreamServer server) {
        Eras known = known(server);
        if (known != null || finding(server) != null) {
            return known;
        }
        var mine = new CompletableFuture<Finding>();
        CompletableFuture<Finding> others = probes.putIfAbsent(server.id(), mine);
        if (others != null) {
            return others.join().eras();
        }
        Finding found = unanswered(server);
        try {
            found = probe(server);
            findings.put(server.id(), found);
            return found.eras();
        } finally {
            probes.remove(server.id(), mine);
            mine.complete(found);
        }
    }

    /** Forgets, so that the next need asks again: to be called when an upstream refuses the era that we believed in. */
    public void forget(ServerId server) {
        findings.computeIfPresent(
                server, (_, finding) -> clock.instant().isBefore(finding.since().plus(RETRY_AFTER)) ? finding : null);
    }

    /** Forgets servers that are no longer configured. */
    public void retain(Collection<UpstreamServer> servers) {
        Set<ServerId> kept = servers.stream().map(UpstreamServer::id).collect(Collectors.toSet());
        findings.keySet().retainAll(kept);
    }

    private @Nullable Finding finding(UpstreamServer server) {
        Finding finding = findings.get(server.id());
        boolean holds = finding != null
                && finding.server().equals(server)
                && clock.instant().isBefore(finding.until());
        return holds ? finding : null;
    }

    private Finding probe(UpstreamServer server) {
        Duration timeout = server.timeouts().list();
        var discovered = new CompletableFuture<UpstreamAnswer>();
        Thread.startVirtualThread(() -> {
            try {
                discovered.complete(client.request(server, "server/discover", BoundedJson.newObject(), timeout));
            } finally {
                discovered.complete(new UpstreamFailure.TimedOut());
            }
        });
        Initialization opened = client.open(server, Versions.LATEST_LEGACY, timeout);
        boolean legacy = switch (opened) {
            case Initialization.Initialized initialized -> {
                client.end(server, initialized.session());
                yield true;
            }
            case UpstreamFailure _ -> false;
        };
        return finding(server, legacy, discovered.join());
    }

    private Finding finding(UpstreamServer server, boolean legacy, UpstreamAnswer discovered) {
        boolean modern = discovered instanceof UpstreamAnswer.Answered(var result)
                && namesModern(result.path("supportedVersions"));
        if (!legacy && !modern) {
            return unanswered(server);
        }
        boolean doubtful = switch (discovered) {
            case UpstreamFailure.TimedOut _, UpstreamFailure.Unreachable _ -> true;
            case UpstreamAnswer.Answered _ -> !legacy;
            case UpstreamFailure.RpcError _,
                    UpstreamFailure.Unusable _,
                    UpstreamFailure.SessionGone _,
                    UpstreamFailure.CredentialsRefused _ -> false;
        };
        Instant now = clock.instant();
        return new Finding(server, new Eras(legacy, modern), now, now.plus(doubtful ? DOUBTED_FOR : TRUSTED_FOR));
    }

    private Finding unanswered(UpstreamServer server) {
        Instant now = clock.instant();
        return new Finding(server, null, now, now.plus(RETRY_AFTER));
    }

    private static boolean namesModern(JsonNode versions) {
        for (JsonNode version : versions) {
            if (version.isTextual() && version.textValue().equals(Versions.MODERN)) {
                return true;
            }
        }
        return false;
    }
}
