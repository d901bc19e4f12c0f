package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.load.LoadCaller;
import dev.gatehouse.bench.load.LoadGenerator;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Traffic;
import dev.gatehouse.bench.traffic.WireDialect;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Callers that change their identity with every request, so that consecutive look-ups of tokens miss the processor's
 * caches as they would with that many clients.
 */
final class Crowd {

    private final LoadGenerator generator;
    private final List<LoadCaller> callers;

    private Crowd(LoadGenerator generator, List<LoadCaller> callers) {
        this.generator = generator;
        this.callers = callers;
    }

    /**
     * @param clients how many clients the gateway knows
     * @param identities how many of them take part, drawn at random
     * @param connections over which the identities are spread
     */
    static Crowd of(MeasuredTarget gateway, int clients, int identities, int connections) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
            List<Integer> drawn = IntStream.range(0, identities)
                    .mapToObj(i -> identities >= clients ? i % clients : random.nextInt(clients))
                    .toList();
            List<McpSession> sessions = drawn.stream()
                    .map(number -> McpSession.open(client, gateway.address(), number))
                    .toList();
            var generator =
                    new LoadGenerator(gateway.address(), () -> gateway.process().cpu());
            return new Crowd(generator, callers(sessions, connections));
        }
    }

    LoadOutcome run(Duration ramp, Duration measured) throws IOException {
        return generator.run(callers, callers.size(), ramp, measured);
    }

    private static List<LoadCaller> callers(List<McpSession> sessions, int connections) {
        var traffic = new Traffic(WireDialect.GATEWAY);
        List<LoadCaller> callers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            List<LoadCaller.Turn> turns = new ArrayList<>();
            for (int j = i; j < Math.max(sessions.size(), connections); j += connections) {
                McpSession session = sessions.get(j % sessions.size());
                turns.addAll(traffic.caller(session, Workload.CALL_100_B).turns());
            }
            callers.add(new LoadCaller(turns));
        }
        return callers;
    }
}
