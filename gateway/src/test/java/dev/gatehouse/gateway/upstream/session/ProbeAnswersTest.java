package dev.gatehouse.gateway.upstream.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import org.junit.jupiter.api.Test;

class ProbeAnswersTest {

    private static final Initialization OPENED =
            new Initialization.Initialized(new UpstreamSession("s", "2025-11-25"), BoundedJson.newObject());
    private static final UpstreamFailure UNKNOWN_METHOD = new UpstreamFailure.RpcError(-32601, "no");
    private static final UpstreamFailure BUSY = new UpstreamFailure.BadStatus(503);
    private static final UpstreamFailure SILENCE = UpstreamFailure.of(FailureCause.TIMEOUT);

    @Test
    void eachQuestionProvesItsEra() {
        assertThat(new ProbeAnswers(OPENED, UNKNOWN_METHOD).finding()).isEqualTo(new Eras(true, false));
        assertThat(new ProbeAnswers(UNKNOWN_METHOD, discovered("2026-07-28")).finding())
                .isEqualTo(new Eras(false, true));
        assertThat(new ProbeAnswers(OPENED, discovered("2026-07-28")).finding()).isEqualTo(new Eras(true, true));
        assertThat(new ProbeAnswers(OPENED, discovered("2025-11-25")).finding()).isEqualTo(new Eras(true, false));
    }

    @Test
    void theCauseOfBothIsTold() {
        var refused = UpstreamFailure.of(FailureCause.REFUSED);

        assertThat(new ProbeAnswers(refused, refused).finding()).isEqualTo(refused);
    }

    @Test
    void troubleTellsMoreThanNotKnowingTheQuestion() {
        assertThat(new ProbeAnswers(BUSY, UNKNOWN_METHOD).finding()).isEqualTo(BUSY);
        assertThat(new ProbeAnswers(UNKNOWN_METHOD, BUSY).finding()).isEqualTo(BUSY);
        assertThat(new ProbeAnswers(BUSY, discovered("2025-11-25")).finding()).isEqualTo(BUSY);
    }

    @Test
    void refusedCredentialsTellMoreThanSilence() {
        var refused = new UpstreamFailure.BadStatus(401);

        assertThat(new ProbeAnswers(SILENCE, refused).finding()).isEqualTo(refused);
        assertThat(new ProbeAnswers(refused, SILENCE).finding()).isEqualTo(refused);
    }

    @Test
    void onlyWhoAnswersBothAndKnowsNeitherSpeaksNoEra() {
        var none = UpstreamFailure.of(FailureCause.NO_ERA);

        assertThat(new ProbeAnswers(UNKNOWN_METHOD, UNKNOWN_METHOD).finding()).isEqualTo(none);
        assertThat(new ProbeAnswers(UNKNOWN_METHOD, discovered("2027-01-01")).finding())
                .isEqualTo(none);
        assertThat(new ProbeAnswers(new UpstreamFailure.RpcError(-32603, "no"), UNKNOWN_METHOD).finding())
                .isEqualTo(new UpstreamFailure.RpcError(-32603, "no"));
    }

    @Test
    void anEraThatMayHaveBeenMissedIsDoubtful() {
        assertThat(new ProbeAnswers(OPENED, SILENCE).isDoubtful()).isTrue();
        assertThat(new ProbeAnswers(SILENCE, discovered("2026-07-28")).isDoubtful())
                .isTrue();
        assertThat(new ProbeAnswers(OPENED, UNKNOWN_METHOD).isDoubtful()).isFalse();
        assertThat(new ProbeAnswers(OPENED, discovered("2026-07-28")).isDoubtful())
                .isFalse();
    }

    private static UpstreamAnswer discovered(String version) {
        var result = BoundedJson.newObject();
        result.putArray("supportedVersions").add(version);
        return new UpstreamAnswer.Answered(result);
    }
}
