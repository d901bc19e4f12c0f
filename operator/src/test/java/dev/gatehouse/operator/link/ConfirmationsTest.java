package dev.gatehouse.operator.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.link.Acknowledgement;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {

    private static final StateDigest ONE = new StateDigest(0, 0, 0, 1);
    private static final StateDigest TWO = new StateDigest(0, 0, 0, 2);

    private final Confirmations progress = new Confirmations();

    @Test
    void nothingIsAppliedBeforeTheFirstAcknowledgement() {
        progress.sending(10, ONE, true);

        assertThat(progress.appliedVersion()).isZero();
    }

    @Test
    void acknowledgedVersionIsApplied() {
        progress.sending(10, ONE, true);

        assertThat(progress.acknowledged(said(10, ONE, 1))).isTrue();
        assertThat(progress.appliedVersion()).isEqualTo(10);
    }

    @Test
    void acknowledgementSaidAgainIsNoNews() {
        progress.sending(10, ONE, true);
        progress.acknowledged(said(10, ONE, 1));

        assertThat(progress.acknowledged(said(10, ONE, 1))).isFalse();
    }

    @Test
    void laterVersionConfirmsTheEarlierOnes() {
        progress.sending(10, ONE, true);
        progress.sending(11, TWO, false);

        assertThat(progress.acknowledged(said(11, TWO, 1))).isTrue();
        assertThat(progress.acknowledged(said(10, ONE, 1))).isFalse();
        assertThat(progress.appliedVersion()).isEqualTo(11);
    }

    @Test
    void anotherDigestMeansTheWholeAgain() {
        progress.sending(10, ONE, true);
        progress.acknowledged(said(10, TWO, 1));

        assertThat(progress.wantsWhole()).isTrue();
        assertThat(progress.appliedVersion()).isZero();
    }

    @Test
    void driftAfterConfirmationMeansTheWholeAgain() {
        progress.sending(10, ONE, true);
        progress.acknowledged(said(10, ONE, 1));
        progress.acknowledged(said(10, TWO, 1));

        assertThat(progress.wantsWhole()).isTrue();
    }

    @Test
    void complaintSaidBeforeTheWholeArrivedIsNotAnsweredTwice() {
        progress.sending(10, ONE, true);
        progress.acknowledged(said(10, TWO, 1));
        progress.sending(10, ONE, true);
        progress.acknowledged(said(10, TWO, 1));

        assertThat(progress.wantsWhole()).isFalse();
        assertThat(progress.acknowledged(said(10, ONE, 2))).isTrue();
    }

    @Test
    void gatewayThatConfirmsNothingIsSentNothingMore() {
        progress.sending(1, ONE, true);
        for (int version = 2; version <= Confirmations.MAX_UNCONFIRMED; version++) {
            assertThat(progress.mayTakeMore()).isTrue();
            progress.sending(version, ONE, false);
        }

        assertThat(progress.mayTakeMore()).isFalse();
        progress.acknowledged(said(5, ONE, 1));
        assertThat(progress.mayTakeMore()).isTrue();
    }

    @Test
    void versionThatWasNeverSentSaysNothing() {
        progress.sending(10, ONE, true);

        assertThat(progress.acknowledged(said(99, TWO, 1))).isFalse();
        assertThat(progress.wantsWhole()).isFalse();
    }

    private static Acknowledgement said(long version, StateDigest digest, int wholes) {
        return new Acknowledgement("link", version, digest, wholes, false);
    }
}
