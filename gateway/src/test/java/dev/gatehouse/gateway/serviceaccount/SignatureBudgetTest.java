package dev.gatehouse.gateway.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.serviceaccount.Verification.Flawed;
import dev.gatehouse.gateway.serviceaccount.Verification.Verified;
import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.TokenDigest;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forgeries that only a signature can tell from the real thing cost a bounded amount of work. */
class SignatureBudgetTest {

    private static final ClusterIssuer CLUSTER = ClusterIssuer.ec("key", "ES256");
    private static final ClusterIssuer STRANGER = ClusterIssuer.ec("key", "ES256");

    private final SettableClock clock = new SettableClock();
    private final SignatureBudget budget = new SignatureBudget(10);

    @Test
    void oneSecondsWorthIsThereAtOnceAndComesBackEvenly() {
        assertThat(spent(100)).isEqualTo(10);
        clock.advance(Duration.ofMillis(100));
        assertThat(spent(100)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(spent(100)).isEqualTo(10);
    }

    @Test
    void clockThatIsSetBackLocksNobodyOutForLong() {
        spent(100);
        clock.advance(Duration.ofHours(-1));
        assertThat(spent(100)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(spent(100)).isEqualTo(10);
    }

    @Test
    void forgeriesUseUpTheBudgetAndLeaveKnownTokensAlone() {
        var verifier = new TokenVerifier(clock);
        ServiceAccountIssuer issuer = ServiceAccountIssuer.of(ClusterIssuer.trusted(CLUSTER));
        var claims = ClusterIssuer.claims("team-a", "agent", clock.instant());
        String known = CLUSTER.token(claims);
        String forged = STRANGER.token(claims);
        String fresh = CLUSTER.token(claims.put("jti", "another"));
        assertThat(verify(verifier, known, issuer)).isInstanceOf(Verified.class);

        for (int i = 1; i < TokenVerifier.SIGNATURES_A_SECOND; i++) {
            assertThat(verify(verifier, forged, issuer)).isEqualTo(new Flawed(TokenFlaw.SIGNATURE));
        }

        assertThat(verify(verifier, forged, issuer)).isEqualTo(new Flawed(TokenFlaw.BUSY));
        assertThat(verify(verifier, fresh, issuer)).isEqualTo(new Flawed(TokenFlaw.BUSY));
        assertThat(verify(verifier, known, issuer)).isInstanceOf(Verified.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(verify(verifier, fresh, issuer)).isInstanceOf(Verified.class);
    }

    @Test
    void whatCanBeSeenWithoutASignatureCostsNone() {
        var verifier = new TokenVerifier(clock);
        ServiceAccountIssuer issuer = ServiceAccountIssuer.of(ClusterIssuer.trusted(CLUSTER));
        var claims = ClusterIssuer.claims("team-a", "agent", clock.instant());
        String elsewhere = CLUSTER.token(claims.deepCopy().put("aud", "elsewhere"));
        for (int i = 0; i < 2 * TokenVerifier.SIGNATURES_A_SECOND; i++) {
            assertThat(verify(verifier, elsewhere, issuer)).isEqualTo(new Flawed(TokenFlaw.AUDIENCE));
        }

        assertThat(verify(verifier, CLUSTER.token(claims), issuer)).isInstanceOf(Verified.class);
    }

    private static Verification verify(TokenVerifier verifier, String token, ServiceAccountIssuer issuer) {
        return verifier.verify(token, TokenDigest.ofToken(token), issuer);
    }

    private long spent(int tries) {
        return IntStream.range(0, tries)
                .filter(attempt -> budget.spend(clock.instant()))
                .count();
    }
}
