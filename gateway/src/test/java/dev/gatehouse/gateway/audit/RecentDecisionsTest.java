package dev.gatehouse.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentDecisionsTest {

    private final List<AuditEvent> passedOn = new ArrayList<>();
    private final AuditSink next = new AuditSink() {
        @Override
        public void record(AuditEvent event) {
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
                .extracting(AuditEvent::name)
                .containsExactly("e", "d", "c");
        assertThat(recent.newest(2, event -> true)).extracting(AuditEvent::name).containsExactly("e", "d");
        assertThat(passedOn).hasSize(5);
    }

    @Test
    void onlyWhatIsWantedCounts() {
        var recent = new RecentDecisions(next, 10);
        List.of("a", "b", "a", "b").forEach(name -> recent.record(named(name)));

        assertThat(recent.newest(1, event -> "a".equals(event.name()))).hasSize(1);
        assertThat(recent.newest(10, event -> "a".equals(event.name()))).hasSize(2);
        assertThat(recent.newest(10, event -> event.verdict() == Verdict.FILTERED))
                .isEmpty();
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
        AuditEvent event = named("x".repeat(1023) + "\ud83d\ude00" + "y".repeat(100_000));
        var recent = new RecentDecisions(next, 1);

        recent.record(event);

        AuditEvent kept = recent.newest(1, each -> true).getFirst();
        assertThat(kept.name()).hasSizeLessThan(2_000);
        assertThat(passedOn).containsExactly(event);
        assertThat(new String(RecentDecisions.json(List.of(kept, kept)), UTF_8))
                .isEqualTo("[" + line(event) + "," + line(event) + "]");
    }

    private static String line(AuditEvent event) {
        var line = new JsonLine();
        new EventJson(line).write(event);
        return UTF_8.decode(line.buffer()).toString().strip();
    }

    private static AuditEvent named(String name) {
        return Events.named(name);
    }
}
