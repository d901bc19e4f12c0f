package dev.gatehouse.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Traffic;
import dev.gatehouse.bench.traffic.WireDialect;
import dev.gatehouse.bench.traffic.Workload;
import dev.gatehouse.bench.upstream.McpUpstream;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadGeneratorIT {

    private final Undertow server = McpUpstream.start(0);
    private final InetSocketAddress address =
            (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource
    void everyWorkloadIsAnsweredRightByTheUpstream(Workload workload) throws Exception {
        LoadOutcome outcome = run(callers(workload, 4), 4);
        assertThat(outcome.fault()).isNull();
        assertThat(outcome.requests()).isPositive().isEqualTo(outcome.latency().getTotalCount());
    }

    @Test
    void callersBeyondThoseInFlightHaveTheirTurn() throws Exception {
        List<LoadCaller> callers = new ArrayList<>(callers(Workload.CALL_100_B, 3));
        assertThat(run(callers, 1).fault()).isNull();
        LoadCaller.Turn turn = callers.getLast().turns().getFirst();
        callers.set(2, new LoadCaller(turn.request(), Expected.answer("what nobody answers")));
        assertThat(run(callers, 1).fault()).contains("what nobody answers");
    }

    private LoadOutcome run(List<LoadCaller> callers, int inFlight) throws IOException {
        return new LoadGenerator(address, () -> CpuTime.NONE)
                .run(callers, inFlight, Duration.ofMillis(50), Duration.ofMillis(300));
    }

    private List<LoadCaller> callers(Workload workload, int count) {
        var traffic = new Traffic(WireDialect.UPSTREAM);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return IntStream.range(0, count)
                    .mapToObj(caller -> McpSession.open(client, address, caller))
                    .map(session -> traffic.caller(session, workload))
                    .toList();
        }
    }
}
