package dev.gatehouse.gateway.metrics;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.access.SnapshotListener;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import dev.gatehouse.gateway.ledger.Outcome;
import dev.gatehouse.gateway.ledger.Verdict;
import dev.gatehouse.model.access.AccessDelta;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One counter for each combination of plane, method, server and verdict that has occurred, and one of durations. A server
 * that leaves the configuration takes its counters along.
 */
final class DecisionMeters implements SnapshotListener {

    private static final String OTHER = "other";

    private record Series(Plane plane, String method, String server, Verdict verdict) {}

    private record Unknown(Plane plane, Grounds grounds) {}

    private record Ending(Plane plane, String server, Outcome outcome) {}

    private final AccessStore store;
    private final Set<String> knownMethods;
    private final Map<Series, DurationMeter> decisions = new ConcurrentHashMap<>();
    private final Map<Unknown, LongAdder> unauthenticated = new ConcurrentHashMap<>();
    private final Map<Ending, LongAdder> endings = new ConcurrentHashMap<>();

    DecisionMeters(AccessStore store, Set<String> knownMethods) {
        this.store = store;
        this.knownMethods = Set.copyOf(knownMethods);
    }

    void count(LedgerEvent event) {
        switch (event) {
            case LedgerEvent.Decided decided -> {
                count(decided);
                ended(decided.plane(), decided.server(), decided.outcome());
            }
            case LedgerEvent.Ended ended -> ended(ended.plane(), ended.server(), ended.outcome());
        }
    }

    private void count(LedgerEvent.Decided event) {
        String method = knownMethods.contains(event.method()) ? event.method() : OTHER;
        var series = new Series(
                event.plane(),
                method,
                serverLabel(event.server()),
                event.judgement().verdict());
        DurationMeter meter = decisions.get(series);
        if (meter == null) {
            meter = decisions.computeIfAbsent(series, fresh -> new DurationMeter());
        }
        meter.add(event.durationNanos());
        if (event.principal() == null && event.judgement().verdict() == Verdict.DENIED) {
            unauthenticated
                    .computeIfAbsent(
                            new Unknown(event.plane(), event.judgement().grounds()), fresh -> new LongAdder())
                    .increment();
        }
    }

    /** A stream counts twice: as opened, and as what became of it. */
    private void ended(Plane plane, @Nullable String server, Outcome outcome) {
        endings.computeIfAbsent(new Ending(plane, serverLabel(server), outcome), fresh -> new LongAdder())
                .increment();
    }

    @Override
    public void swapped(@Nullable AccessSnapshot before, AccessSnapshot after, AccessDelta delta) {
        decisions.keySet().removeIf(series -> !isStanding(series.server(), after));
        endings.keySet().removeIf(ending -> !isStanding(ending.server(), after));
    }

    void renderTo(Exposition text) {
        text.family("gatehouse_unauthenticated_total", "counter", "Requests that nobody could be authenticated for.");
        unauthenticated.forEach((unknown, count) -> text.sample(
                "gatehouse_unauthenticated_total",
                (double) count.sum(),
                "plane",
                unknown.plane().label(),
                "grounds",
                unknown.grounds().label()));
        text.family(
                "gatehouse_outcomes_total", "counter", "How requests ended, streams when they open and when they end.");
        endings.forEach((ending, count) -> text.sample(
                "gatehouse_outcomes_total",
                (double) count.sum(),
                "plane",
                ending.plane().label(),
                "server",
                ending.server(),
                "outcome",
                ending.outcome().label()));
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
                series.verdict().label());
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
}
