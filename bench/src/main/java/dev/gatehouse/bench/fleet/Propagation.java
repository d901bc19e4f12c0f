package dev.gatehouse.bench.fleet;

import dev.gatehouse.bench.traffic.Admission;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Probe;
import dev.gatehouse.bench.traffic.Token;
import java.io.IOException;
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
    private final Histogram signIns = new Histogram(HIGHEST.toNanos(), 3);

    Propagation(Stage stage) {
        this.stage = stage;
        this.gateways = stage.fleet().gateways();
    }

    void run(int changes) throws InterruptedException {
        List<Probe> probes = gateways.stream()
                .map(address -> new Probe(stage.http(), address, McpSession.open(stage.http(), address, 0)))
                .toList();
        for (int i = -WARM_UP; i < changes; i++) {
            rights(i, probes, false, revokes);
            rights(i, probes, true, grants);
            rotation(i);
        }
    }

    private void rights(int round, List<Probe> probes, boolean granted, Histogram histogram)
            throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        note(round, calls, answers(probes, !granted));
        stage.declarations().setRights(granted);
        note(round, histogram, answers(probes, granted));
    }

    private void rotation(int round) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        Token old = stage.declarations().rotatingToken();
        Token fresh = stage.declarations().nextToken();
        note(round, signIns, signIns(old, fresh));
        stage.declarations().rotate();
        note(round, rotations, signIns(fresh, old));
    }

    private long answers(List<Probe> probes, boolean granted) throws InterruptedException {
        return sight(probes.stream()
                .<Sight.Question>map(probe -> () -> probe.isGranted() == granted)
                .toList());
    }

    /** Nanoseconds until every gateway lets in who has {@code accepted}, and nobody who has {@code refused}. */
    private long signIns(Token accepted, Token refused) throws InterruptedException {
        return sight(gateways.stream()
                .<Sight.Question>map(address -> () -> isLetIn(address, accepted) && !isLetIn(address, refused))
                .toList());
    }

    private long sight(List<Sight.Question> questions) throws InterruptedException {
        return new Sight(stage.threads(), questions).await();
    }

    private boolean isLetIn(InetSocketAddress gateway, Token token) throws IOException, InterruptedException {
        return new Admission(stage.http(), gateway, token).isGranted();
    }

    /** p50 and p99 of revoking, granting and rotating, as cells of a table. */
    String cells() {
        return cells(revokes) + " | " + cells(grants) + " | " + cells(rotations);
    }

    /** The medians of asking all gateways once while nothing changes: a call, and two sign-ins. */
    String askingCells() {
        return "%.1f / %.1f".formatted(calls.getValueAtPercentile(50) / 1e6, signIns.getValueAtPercentile(50) / 1e6);
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
