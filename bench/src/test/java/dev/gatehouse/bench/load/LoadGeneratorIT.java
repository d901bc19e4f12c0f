package dev.gatehouse.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bench.traffic.Dialect;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Traffic;
import dev.gatehouse.bench.traffic.Workload;
import dev.gatehouse.bench.upstream.McpUpstream;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadGeneratorIT {

    @ParameterizedTest
    @EnumSource
    void everyWorkloadIsAnsweredRightByTheUpstream(Workload workload) throws Exception {
        Undertow server = McpUpstream.start(0);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var address =
                    (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
            var traffic = new Traffic(Dialect.UPSTREAM);
            List<Caller> callers = IntStream.range(0, 4)
                    .mapToObj(caller -> McpSession.open(client, address, caller))
                    .map(session -> traffic.caller(session, workload))
                    .toList();
            Outcome outcome = new LoadGenerator(address, () -> CpuTime.NONE)
                    .run(callers, Duration.ofMillis(50), Duration.ofMillis(300));
            assertThat(outcome.fault()).isNull();
            assertThat(outcome.requests())
                    .isPositive()
                    .isEqualTo(outcome.latency().getTotalCount());
        } finally {
            server.stop();
        }
    }
}
