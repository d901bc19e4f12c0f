package dev.gatehouse.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.LedgerEvent.Decided;
import dev.gatehouse.gateway.ledger.LedgerEvent.Ended;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.Decision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Judgement BY_RULE = Judgement.of(new Decision.Allowed("spec.allow", 3));
    private static final Outcome BROKEN = () -> "upstream_broken";

    private final List<LedgerEvent> told = new ArrayList<>();
    private final Entry entry =
            new Ledger(told::add, new SettableClock(), () -> 0).received(Plane.MCP, "POST", () -> "10.0.0.7");

    @Test
    void nothingIsToldBeforeTheAnswerBegins() {
        entry.decided(BY_RULE);

        assertThat(told).isEmpty();
    }

    @Test
    void decisionIsToldWhenTheAnswerBegins() {
        entry.decided(BY_RULE);
        entry.answers(Ending.ANSWERED);

        assertThat(decided().judgement()).isEqualTo(BY_RULE);
        assertThat(decided().outcome()).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void whatEndsAsItLookedIsOneEvent() {
        entry.decided(BY_RULE);
        entry.answers(Ending.ANSWERED);
        entry.ends(Ending.ANSWERED);

        assertThat(told).hasSize(1);
    }

    @Test
    void whatEndsOtherwiseIsASecondEventOfTheSameRequest() {
        entry.decided(BY_RULE);
        entry.answers(Ending.ANSWERED);
        entry.ends(BROKEN);

        assertThat(told).hasSize(2);
        assertThat(told.getLast()).isInstanceOf(Ended.class);
        assertThat(told.getLast().request()).isEqualTo(told.getFirst().request());
        assertThat(told.getLast().outcome()).isEqualTo(BROKEN);
    }

    @Test
    void thereIsNeverAThirdEvent() {
        entry.decided(BY_RULE);
        entry.answers(Ending.OPENED);
        entry.ends(BROKEN);
        entry.ends(Ending.CALLER_LEFT);
        entry.revoked(Grounds.TOKEN_REVOKED, Ending.TOKEN_REVOKED);
        entry.answers(Ending.ANSWERED);

        assertThat(told).hasSize(2);
    }

    @Test
    void allowedCallThatTheUpstreamFailedKeepsItsRule() {
        entry.decided(BY_RULE);
        entry.ends(BROKEN);

        assertThat(told).hasSize(1);
        assertThat(decided().judgement().rule()).isEqualTo(new GrantingRule("spec.allow", 3));
        assertThat(decided().outcome()).isEqualTo(BROKEN);
    }

    @Test
    void decisionCannotChangeOnceItWasTold() {
        entry.decided(BY_RULE);
        entry.answers(Ending.OPENED);
        entry.decided(Judgement.denied(Grounds.EXCEPTED));
        entry.ends(Ending.CLOSED);

        assertThat(decided().judgement()).isEqualTo(BY_RULE);
    }

    @Test
    void rightThatGoesBeforeTheAnswerIsADenial() {
        entry.decided(BY_RULE);
        entry.revoked(Grounds.RIGHT_REVOKED, Ending.RIGHT_REVOKED);

        assertThat(decided().judgement()).isEqualTo(Judgement.denied(Grounds.RIGHT_REVOKED));
        assertThat(decided().outcome()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void rightThatGoesDuringTheAnswerIsAnEnd() {
        entry.decided(BY_RULE);
        entry.answers(Ending.OPENED);
        entry.revoked(Grounds.RIGHT_REVOKED, Ending.RIGHT_REVOKED);

        assertThat(told.getLast().outcome()).isEqualTo(Ending.RIGHT_REVOKED);
    }

    @Test
    void whatNobodyDecidedWasDenied() {
        entry.ends(Ending.CALLER_LEFT);

        assertThat(decided().judgement()).isEqualTo(Judgement.denied(Grounds.INTERNAL_ERROR));
    }

    private Decided decided() {
        return (Decided) told.getFirst();
    }
}
