package dev.gatehouse.gateway.upstream.session;

import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
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
 * Remembers which eras each upstream speaks, or why it is not known, and finds out for those whose protocol is {@code
 * Auto}. Thread-safe.
 */
public final class UpstreamEras {

    private static final Duration TRUSTED_FOR = Duration.ofMinutes(10);
    private static final Duration DOUBTED_FOR = Duration.ofSeconds(30);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private record Remembered(UpstreamServer server, EraFinding found, Instant since, Instant until) {}

    private final UpstreamClient client;
    private final Clock clock;
    private final Map<ServerId, Remembered> findings = new ConcurrentHashMap<>();
    private final Map<ServerId, CompletableFuture<Remembered>> probes = new ConcurrentHashMap<>();

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
                Remembered remembered = remembered(server);
                yield remembered != null && remembered.found() instanceof Eras eras ? eras : null;
            }
        };
    }

    /** Asks if nothing is known; the failure may be that of a question within the last 5 s. Blocks. */
    public EraFinding find(UpstreamServer server) {
        Eras known = known(server);
        if (known != null) {
            return known;
        }
        Remembered earlier = remembered(server);
        if (earlier != null) {
            return earlier.found();
        }
        var mine = new CompletableFuture<Remembered>();
        CompletableFuture<Remembered> others = probes.putIfAbsent(server.id(), mine);
        if (others != null) {
            return others.join().found();
        }
        Remembered found = remembered(server, UpstreamFailure.of(FailureCause.INTERNAL), RETRY_AFTER);
        try {
            found = probe(server);
            findings.put(server.id(), found);
            return found.found();
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

    private @Nullable Remembered remembered(UpstreamServer server) {
        Remembered remembered = findings.get(server.id());
        boolean holds = remembered != null
                && remembered.server().equals(server)
                && clock.instant().isBefore(remembered.until());
        return holds ? remembered : null;
    }

    private Remembered probe(UpstreamServer server) {
        Duration timeout = server.timeouts().list();
        var discovered = new CompletableFuture<UpstreamAnswer>();
        Thread.startVirtualThread(() -> {
            try {
                discovered.complete(client.request(server, "server/discover", BoundedJson.newObject(), timeout));
            } finally {
                discovered.complete(UpstreamFailure.of(FailureCause.INTERNAL));
            }
        });
        Initialization opened = client.open(server, Versions.LATEST_LEGACY, timeout);
        switch (opened) {
            case Initialization.Initialized initialized -> client.end(server, initialized.session());
            case UpstreamFailure _ -> {}
        }
        return remembered(server, new ProbeAnswers(opened, discovered.join()));
    }

    private Remembered remembered(UpstreamServer server, ProbeAnswers answers) {
        return switch (answers.finding()) {
            case Eras spoken -> remembered(server, spoken, answers.isDoubtful() ? DOUBTED_FOR : TRUSTED_FOR);
            case UpstreamFailure failure -> remembered(server, failure, RETRY_AFTER);
        };
    }

    private Remembered remembered(UpstreamServer server, EraFinding found, Duration lasting) {
        Instant now = clock.instant();
        return new Remembered(server, found, now, now.plus(lasting));
    }
}
