package dev.gatehouse.bench.fleet;

import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Probe;
import dev.gatehouse.bench.traffic.Token;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Makes changes one after the other and measures each until the last gateway answers accordingly. Not thread-safe. */
final class Propagation {

    private static final int WARM_UP = 10;
    /** The status of what has changed is written meanwhile; changes that people make do not come closer. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration HIGHEST = Duration.ofMinutes(1);

    private final Stage stage;
    private final List<InetSocketAddress> gateways;
    private final Histogram revokes = new Histogram(HIGHEST.toNanos(), 3);
    private final Histogram grants = new Histogram(HIGHEST.toNanos(), 3);
    private final Histogram rotations = new Histogram(HIGHEST.toNanos(), 3);
    private final Histogram calls = new Histogram(HIGHEST.toNanos(), 3);
    private final Histogram pairs = new Histogram(HIGHEST.toNanos(), 3);

    Propagation(Stage stage) {
        this.stage = stage;
        this.gateways = stage.fleet().gateways();
    }

    void run(int changes) throws InterruptedException {
        List<Probe> probes = gateways.stream()
                .map(address -> new Probe(stage.http(), address, McpSession.open(stage.http(), address, 0)))
                .toList();
        List<RotatedClient> rotated = gateways.stream()
                .map(address -> RotatedClient.at(
                        stage.http(), address, stage.declarations().rotatingToken()))
                .toList();
        for (int i = -WARM_UP; i < changes; i++) {
            rights(i, probes, false, revokes);
            rights(i, probes, true, grants);
            rotation(i, rotated);
        }
    }

    private void rights(int round, List<Probe> probes, boolean granted, Histogram histogram)
            throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        note(round, calls, answers(probes, !granted));
        stage.declarations().setRights(granted);
        note(round, histogram, answers(probes, granted));
    }

    private void rotation(int round, List<RotatedClient> clients) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        Token old = stage.declarations().rotatingToken();
        Token fresh = stage.declarations().nextToken();
        note(round, pairs, follows(clients, old, fresh));
        stage.declarations().rotate();
        note(round, rotations, follows(clients, fresh, old));
    }

    private long answers(List<Probe> probes, boolean granted) throws InterruptedException {
        return sight(probes.stream()
                .<FleetSight.Question>map(probe -> () -> probe.isGranted() == granted)
                .toList());
    }

    /** Nanoseconds until every gateway lets in who has {@code accepted}, and nobody who has {@code refused}. */
    private long follows(List<RotatedClient> clients, Token accepted, Token refused) throws InterruptedException {
        return sight(clients.stream()
                .<FleetSight.Question>map(client -> () -> client.isLetIn(accepted) && !client.isLetIn(refused))
                .toList());
    }

    private long sight(List<FleetSight.Question> questions) throws InterruptedException {
        return new FleetSight(stage.threads(), questions).await();
    }

    /** p50 and p99 of revoking, granting and rotating, as cells of a table. */
    String cells() {
        return cells(revokes) + " | " + cells(grants) + " | " + cells(rotations);
    }

    /** The medians of asking all gateways once while nothing changes: a call, and one with each of two tokens. */
    String askingCells() {
        return "%.1f / %.1f".formatted(calls.getValueAtPercentile(50) / 1e6, pairs.getValueAtPercentile(50) / 1e6);
    }

    private static void note(int round, Histogram histogram, long nanos) {
        if (round >= 0) {
            histogram.recordValue(nanos);
        }
    }

    private static String cells(Histogram histogram) {
        return "%.1f / %.1f"
                .formatted(histogram.getValueAtPercentile(50) / 1e6, histogram.getValueAtPercentile(99) / 1e6);
    }
}
