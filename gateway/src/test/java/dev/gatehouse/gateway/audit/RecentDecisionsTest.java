package dev.gatehouse.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import dev.gatehouse.gateway.ledger.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentDecisionsTest {

    private final List<LedgerEvent> passedOn = new ArrayList<>();
    private final AuditSink next = new AuditSink() {
        @Override
        public void record(LedgerEvent event) {
            passedOn.add(event);
        }

        @Override
        public void close() {}
    };

    @Test
    void theNewestComeFirstAndTheOldestAreForgotten() {
        var recent = new RecentDecisions(next, 3);
        List.of("a", "b", "c", "d", "e").forEach(name -> recent.record(named(name)));

        assertThat(recent.newest(10, event -> true))
                .extracting(LedgerEvent.Decided::name)
                .containsExactly("e", "d", "c");
        assertThat(recent.newest(2, event -> true))
                .extracting(LedgerEvent.Decided::name)
                .containsExactly("e", "d");
        assertThat(passedOn).hasSize(5);
    }

    @Test
    void onlyWhatIsWantedCounts() {
        var recent = new RecentDecisions(next, 10);
        List.of("a", "b", "a", "b").forEach(name -> recent.record(named(name)));

        assertThat(recent.newest(1, event -> "a".equals(event.name()))).hasSize(1);
        assertThat(recent.newest(10, event -> "a".equals(event.name()))).hasSize(2);
        assertThat(recent.newest(10, event -> event.judgement().verdict() == Verdict.FILTERED))
                .isEmpty();
    }

    @Test
    void aLateEndIsToldWithItsDecision() {
        var recent = new RecentDecisions(next, 10);
        recent.record(named("a"));

        recent.record(new LedgerEvent.Ended(
                named("a").request(), Events.TIME, Plane.MCP, "tools/call", null, Ending.CALLER_LEFT, 1));

        assertThat(recent.newest(10, event -> true))
                .singleElement()
                .extracting(LedgerEvent.Decided::outcome)
                .isEqualTo(Ending.CALLER_LEFT);
        assertThat(passedOn).hasSize(2);
    }

    @Test
    void noneAreKeptWhereNoneAreWanted() {
        var recent = new RecentDecisions(next, 0);

        recent.record(named("a"));

        assertThat(recent.newest(10, event -> true)).isEmpty();
        assertThat(passedOn).hasSize(1);
    }

    @Test
    void whatIsKeptOfALongNameIsWrittenAsTheAuditWritesTheWhole() {
        LedgerEvent.Decided event = named("x".repeat(1023) + "\ud83d\ude00" + "y".repeat(100_000));
        var recent = new RecentDecisions(next, 1);

        recent.record(event);

        LedgerEvent.Decided kept = recent.newest(1, each -> true).getFirst();
        assertThat(kept.name()).hasSizeLessThan(2_000);
        assertThat(passedOn).containsExactly(event);
        assertThat(new String(RecentDecisions.json(List.of(kept, kept)), UTF_8))
                .isEqualTo("[" + line(event) + "," + line(event) + "]");
    }

    private static String line(LedgerEvent.Decided event) {
        var line = new JsonLine();
        new EventJson(line).write(event);
        return UTF_8.decode(line.buffer()).toString().strip();
    }

    private static LedgerEvent.Decided named(String name) {
        return Events.named(name);
    }
}
