package dev.gatehouse.operator.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private final MemoryLease lease = new MemoryLease();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 3_000_000_000L); // wraps during the test
    private final Candidate first = candidate("first", Instant.parse("2026-11-25T12:00:00Z"));
    private final Candidate second = candidate("second", Instant.parse("2026-11-25T12:00:00Z"));

    @Test
    void firstToAskLeads() {
        first.contend();
        second.contend();

        assertThat(first.isHeld()).isTrue();
        assertThat(second.isHeld()).isFalse();
        assertThat(second.leader()).contains("first");
    }

    @Test
    void leaderThatRenewsKeepsTheLead() {
        first.contend();
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(2));
            first.contend();
            second.contend();
            assertThat(first.isHeld()).isTrue();
            assertThat(second.isHeld()).isFalse();
        }
    }

    @Test
    void leaderThatCannotRenewStopsBeforeAnybodyFollows() {
        first.contend();
        second.contend();
        int leaderless = 0;
        while (!second.isHeld()) {
            pass(Duration.ofSeconds(1));
            second.contend();
            assertThat(first.isHeld() && second.isHeld()).isFalse();
            leaderless += first.isHeld() || second.isHeld() ? 0 : 1;
        }
        assertThat(leaderless).isBetween(5, 7);
    }

    @Test
    void leaderStopsAtItsDeadlineThoughItCannotReachTheStore() {
        first.contend();
        lease.setUnreachable(true);
        pass(Duration.ofSeconds(9));
        assertThatThrownBy(first::contend).isInstanceOf(IllegalStateException.class);
        assertThat(first.isHeld()).isTrue();

        pass(Duration.ofSeconds(1));

        assertThat(first.isHeld()).isFalse();
    }

    @Test
    void leaseThatWasGivenBackIsFreeAtOnce() {
        first.contend();
        first.giveBack();
        second.contend();

        assertThat(first.isHeld()).isFalse();
        assertThat(second.isHeld()).isTrue();
    }

    @Test
    void clockThatIsFastStealsNothing() {
        first.contend();
        Candidate hasty = candidate("hasty", Instant.parse("2026-11-25T13:00:00Z"));
        hasty.contend();

        assertThat(hasty.isHeld()).isFalse();
    }

    @Test
    void takingOverCountsATransitionAndRenewingDoesNot() {
        first.contend();
        first.contend();
        first.giveBack();
        second.contend();

        assertThat(lease.read()).hasValueSatisfying(state -> {
            assertThat(state.holder()).isEqualTo("second");
            assertThat(state.transitions()).isEqualTo(1);
        });
    }

    @Test
    void onlyWhoeverMakesTheLeaseIsFirst() {
        first.contend();
        first.contend();
        assertThat(first.isFirst()).isTrue();

        first.giveBack();
        second.contend();
        assertThat(second.isFirst()).isFalse();
    }

    @Test
    void whoeverTakesTheLeadAgainIsNotFirst() {
        first.contend();
        pass(Duration.ofSeconds(11));
        first.contend();

        assertThat(first.isHeld()).isTrue();
        assertThat(first.isFirst()).isFalse();
    }

    private Candidate candidate(String identity, Instant now) {
        return new Candidate(lease, identity, LeaseTimes.DEFAULT, nanos::get, () -> now);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
