package dev.gatehouse.operator.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.resource.IssuedToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssuePlanTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final IssuedToken DAILY = new IssuedToken("agent", Duration.ofHours(24), Duration.ofHours(1));
    private static final IssuedToken FOR_EVER = new IssuedToken("agent", null, null);

    private final Announcement announced = new Announcement(MintedToken.mint(new SecureRandom()), NOW);

    @Test
    void missingSecretIsMadeWithTheDigestOnly() {
        assertThat(IssuePlan.next(DAILY, null, null, false, NOW)).isEqualTo(new IssueStep.Announce());
    }

    @Test
    void tokenIsRevealedOnlyWhenEveryGatewayAcceptsIt() {
        StoredToken stored = stored(NOW, announced.token().digest().hex(), null);

        assertThat(IssuePlan.next(DAILY, stored, announced, false, NOW.plusSeconds(29)))
                .isEqualTo(new IssueStep.Wait(NOW.plusSeconds(30)));
        assertThat(IssuePlan.next(DAILY, stored, announced, true, NOW)).isEqualTo(new IssueStep.Reveal(announced));
    }

    @Test
    void gatewayThatNeverConfirmsIsNotWaitedForForEver() {
        StoredToken stored = stored(NOW, announced.token().digest().hex(), null);

        assertThat(IssuePlan.next(DAILY, stored, announced, false, NOW.plusSeconds(30)))
                .isEqualTo(new IssueStep.Reveal(announced));
    }

    @Test
    void announcementOfAnOperatorThatDiedIsReplaced() {
        StoredToken stored = stored(NOW, "0".repeat(64), null);

        assertThat(IssuePlan.next(DAILY, stored, null, true, NOW)).isEqualTo(new IssueStep.Announce());
        assertThat(IssuePlan.next(DAILY, stored, announced, true, NOW)).isEqualTo(new IssueStep.Announce());
    }

    @Test
    void tokenIsRotatedWhenItIsOldEnough() {
        StoredToken stored = stored(NOW.minus(Duration.ofHours(24)), null, null);

        assertThat(IssuePlan.next(DAILY, stored, null, false, NOW)).isEqualTo(new IssueStep.Announce());
        assertThat(IssuePlan.next(DAILY, stored, null, false, NOW.minusSeconds(1)))
                .isEqualTo(new IssueStep.Wait(NOW));
        assertThat(IssuePlan.next(FOR_EVER, stored, null, false, NOW)).isEqualTo(new IssueStep.Wait(null));
    }

    @Test
    void tokenBeforeRetiresWhenItsOverlapEnds() {
        StoredToken stored = stored(NOW, null, NOW.plus(Duration.ofHours(1)));

        assertThat(IssuePlan.next(FOR_EVER, stored, null, false, NOW))
                .isEqualTo(new IssueStep.Wait(NOW.plus(Duration.ofHours(1))));
        assertThat(IssuePlan.next(FOR_EVER, stored, null, false, NOW.plus(Duration.ofHours(1))))
                .isEqualTo(new IssueStep.Retire());
    }

    @Test
    void tokenIsNotRotatedWhileTheOneBeforeIsStillInUse() {
        StoredToken stored = stored(NOW.minus(Duration.ofDays(9)), null, NOW.plusSeconds(60));

        assertThat(IssuePlan.next(DAILY, stored, null, false, NOW)).isEqualTo(new IssueStep.Wait(NOW.plusSeconds(60)));
    }

    private static StoredToken stored(Instant mintedAt, @Nullable String next, @Nullable Instant previousExpiresAt) {
        return new StoredToken(
                TokenDigest.ofToken("some token"), mintedAt, next, previousExpiresAt != null, previousExpiresAt);
    }
}
