package dev.gatehouse.gateway.metrics;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authentication.Why;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.access.SnapshotListener;
import dev.gatehouse.gateway.audit.AuditEvent;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.model.access.AccessDelta;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One counter for each combination of plane, method, server and verdict that has occurred, and one of durations. A server
 * that leaves the configuration takes its counters along.
 */
final class DecisionMeters implements SnapshotListener {

    private static final String OTHER = "other";
    /** As audit events spell them. */
    private static final Set<String> WHYS =
            Arrays.stream(Why.values()).map(why -> lower(why.name())).collect(Collectors.toUnmodifiableSet());

    private record Series(Plane plane, String method, String server, Verdict verdict) {}

    private record Failure(Plane plane, String reason) {}

    private final AccessStore store;
    private final Set<String> knownMethods;
    private final Map<Series, DurationMeter> decisions = new ConcurrentHashMap<>();
    private final Map<Failure, LongAdder> unauthenticated = new ConcurrentHashMap<>();

    DecisionMeters(AccessStore store, Set<String> knownMethods) {
        this.store = store;
        this.knownMethods = Set.copyOf(knownMethods);
    }

    void count(AuditEvent event) {
        String method = knownMethods.contains(event.method()) ? event.method() : OTHER;
        var series = new Series(event.plane(), method, serverLabel(event.server()), event.verdict());
        DurationMeter meter = decisions.get(series);
        if (meter == null) {
            meter = decisions.computeIfAbsent(series, fresh -> new DurationMeter());
        }
        meter.add(event.durationNanos());
        if (event.principal() == null && event.verdict() == Verdict.DENIED) {
            String reason = WHYS.contains(event.reason()) ? event.reason() : OTHER;
            unauthenticated
                    .computeIfAbsent(new Failure(event.plane(), reason), fresh -> new LongAdder())
                    .increment();
        }
    }

    @Override
    public void swapped(@Nullable AccessSnapshot before, AccessSnapshot after, AccessDelta delta) {
        decisions.keySet().removeIf(series -> !isStanding(series.server(), after));
    }

    void renderTo(Exposition text) {
        text.family("gatehouse_unauthenticated_total", "counter", "Requests that nobody could be authenticated for.");
        unauthenticated.forEach((failure, count) -> text.sample(
                "gatehouse_unauthenticated_total",
                (double) count.sum(),
                "plane",
                failure.plane().label(),
                "reason",
                failure.reason()));
        text.family("gatehouse_decision_duration_seconds", "histogram", "Decisions, and how long their requests took.");
        decisions.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> render(entry.getKey(), entry.getValue(), text));
    }

    private static void render(Series series, DurationMeter meter, Exposition text) {
        meter.renderTo(
                text,
                "gatehouse_decision_duration_seconds",
                "plane",
                series.plane().label(),
                "method",
                series.method(),
                "server",
                series.server(),
                "verdict",
                lower(series.verdict().name()));
    }

    /** Empty: no server was addressed. */
    private String serverLabel(@Nullable String key) {
        if (key == null) {
            return "";
        }
        AccessSnapshot now = store.current();
        return now != null && now.serverByKey(key) != null ? key : OTHER;
    }

    private static boolean isStanding(String server, AccessSnapshot snapshot) {
        return server.isEmpty() || server.equals(OTHER) || snapshot.serverByKey(server) != null;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
