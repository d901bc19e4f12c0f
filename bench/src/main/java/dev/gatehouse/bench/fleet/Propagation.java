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

    Propagation(Stage stage) {
        this.stage = stage;
        this.gateways = stage.fleet().gateways();
    }

    void run(int changes) throws InterruptedException {
        List<Probe> probes = gateways.stream()
                .map(address -> new Probe(stage.http(), address, McpSession.open(stage.http(), address, 0)))
                .toList();
        for (int i = -WARM_UP; i < changes; i++) {
            note(i, revokes, rights(probes, false));
            note(i, grants, rights(probes, true));
            note(i, rotations, rotation());
        }
    }

    private long rights(List<Probe> probes, boolean granted) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        List<Sight.Question> questions = probes.stream()
                .<Sight.Question>map(probe -> () -> probe.isGranted() == granted)
                .toList();
        stage.declarations().setRights(granted);
        return new Sight(stage.threads(), questions).await();
    }

    private long rotation() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        Token old = stage.declarations().rotatingToken();
        stage.declarations().rotate();
        Token fresh = stage.declarations().rotatingToken();
        List<Sight.Question> questions = gateways.stream()
                .<Sight.Question>map(address -> () -> isLetIn(address, fresh) && !isLetIn(address, old))
                .toList();
        return new Sight(stage.threads(), questions).await();
    }

    private boolean isLetIn(InetSocketAddress gateway, Token token) throws IOException, InterruptedException {
        return new Admission(stage.http(), gateway, token).isGranted();
    }

    /** p50 and p99 of revoking, granting and rotating, as cells of a table. */
    String cells() {
        return cells(revokes) + " | " + cells(grants) + " | " + cells(rotations);
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
