package dev.gatehouse.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.audit.AuditSink;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.GrantingRule;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import dev.gatehouse.gateway.ledger.Verdict;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayMetricsTest {

    private static final String COUNT = "gatehouse_decision_duration_seconds_count";

    private static final Judgement ALLOWED =
            new Judgement(Verdict.ALLOWED, Grounds.RULE, new GrantingRule("spec.allow", 0));

    private final SettableClock clock = new SettableClock();
    private final AccessStore store = new AccessStore(clock);
    private final GatewayMetrics metrics = new GatewayMetrics(store, Set.of("tools/call"), clock);
    private final List<LedgerEvent> recorded = new ArrayList<>();
    private final AuditSink sink = metrics.counting(new AuditSink() {
        @Override
        public void record(LedgerEvent event) {
            recorded.add(event);
        }

        @Override
        public void close() {}
    });

    @BeforeEach
    void oneServer() {
        publish(server("github"));
    }

    @Test
    void eachDecisionIsCountedOnceAndRecorded() {
        decide("tools/call", "github", ALLOWED, Ending.ANSWERED);
        decide("tools/call", "github", ALLOWED, Ending.ANSWERED);
        decide("tools/call", "github", Judgement.denied(Grounds.NOT_GRANTED), Ending.REFUSED);

        assertThat(samples(COUNT))
                .containsExactlyInAnyOrder(
                        COUNT + "{plane=\"mcp\",method=\"tools/call\",server=\"github\",verdict=\"allowed\"} 2",
                        COUNT + "{plane=\"mcp\",method=\"tools/call\",server=\"github\",verdict=\"denied\"} 1");
        assertThat(recorded).hasSize(3);
    }

    @Test
    void whatCallersMakeUpGetsNoSeriesOfItsOwn() {
        for (int i = 0; i < 100; i++) {
            decide("made/up" + i, "server" + i, Judgement.denied(Grounds.FOREIGN_HOST), Ending.REFUSED);
        }

        assertThat(samples(COUNT))
                .containsExactly(COUNT + "{plane=\"mcp\",method=\"other\",server=\"other\",verdict=\"denied\"} 100");
        assertThat(samples("gatehouse_unauthenticated_total"))
                .containsExactly("gatehouse_unauthenticated_total{plane=\"mcp\",grounds=\"foreign_host\"} 100");
    }

    @Test
    void failedAuthenticationIsCountedByItsReason() {
        decide("tools/call", null, Judgement.denied(Grounds.TOKEN_EXPIRED), Ending.REFUSED);

        assertThat(samples("gatehouse_unauthenticated_total"))
                .containsExactly("gatehouse_unauthenticated_total{plane=\"mcp\",grounds=\"token_expired\"} 1");
    }

    @Test
    void whatBecameOfRequestsIsCountedByServerAndOutcome() {
        decide("tools/call", "github", ALLOWED, Ending.OPENED);
        sink.record(new LedgerEvent.Ended(1, clock.instant(), Plane.MCP, "GET", "github", Ending.RIGHT_REVOKED, 5));

        assertThat(samples("gatehouse_outcomes_total"))
                .containsExactlyInAnyOrder(
                        "gatehouse_outcomes_total{plane=\"mcp\",server=\"github\",outcome=\"opened\"} 1",
                        "gatehouse_outcomes_total{plane=\"mcp\",server=\"github\",outcome=\"right_revoked\"} 1");
        assertThat(samples(COUNT)).hasSize(1);
    }

    @Test
    void durationFallsIntoEveryBucketAboveIt() {
        decide("tools/call", "github", ALLOWED, Ending.ANSWERED);

        assertThat(samples("gatehouse_decision_duration_seconds_bucket"))
                .hasSize(11)
                .anyMatch(line -> line.contains("le=\"0.001\"} 0"))
                .anyMatch(line -> line.contains("le=\"0.004\"} 1"))
                .anyMatch(line -> line.contains("le=\"+Inf\"} 1"));
        assertThat(samples("gatehouse_decision_duration_seconds_sum"))
                .singleElement()
                .asString()
                .endsWith(" 0.002");
    }

    @Test
    void removedServerTakesItsCountersAlong() {
        decide("tools/call", "github", ALLOWED, Ending.ANSWERED);
        publish();

        assertThat(samples(COUNT)).isEmpty();
    }

    @Test
    void configurationIsDescribed() {
        clock.advance(Duration.ofMillis(1_500));

        assertThat(metrics.render())
                .contains(
                        "gatehouse_config_version 1\n",
                        "gatehouse_config_age_seconds 1.5\n",
                        "gatehouse_principals 0\n",
                        "gatehouse_servers 1\n");
    }

    private void decide(String method, @Nullable String server, Judgement judgement, Ending ending) {
        sink.record(new LedgerEvent.Decided(
                1,
                clock.instant(),
                null,
                null,
                0,
                null,
                Plane.MCP,
                method,
                server,
                "name",
                judgement,
                ending,
                1,
                2_000_000,
                null,
                null,
                null));
    }

    private List<String> samples(String name) {
        return metrics.render()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .toList();
    }

    private void publish(UpstreamServer... servers) {
        store.publish(AccessConfig.of(McpGatewaySpec.defaults(), List.of(servers), List.of()));
    }

    private static UpstreamServer server(String key) {
        return new UpstreamServer(
                new ServerId("team-a", key),
                key,
                "uid-" + key,
                1,
                URI.create("http://127.0.0.1:1/mcp"),
                McpServerSpec.Transport.STREAMABLE_HTTP,
                McpServerSpec.Protocol.AUTO,
                List.of(),
                null,
                Timeouts.DEFAULT);
    }
}
