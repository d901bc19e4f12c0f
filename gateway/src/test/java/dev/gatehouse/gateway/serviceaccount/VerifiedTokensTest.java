package dev.gatehouse.gateway.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.serviceaccount.VerifiedToken.Proof;
import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private final Proof proof = proof();
    private final VerifiedTokens tokens = new VerifiedTokens(8);

    @Test
    void thereAreNeverMoreThanTheBound() {
        for (int i = 0; i < 1_000; i++) {
            tokens.put(token(i));
            assertThat(tokens.size()).isLessThanOrEqualTo(8);
        }
        assertThat(tokens.get(token(999).grant().digest())).isEqualTo(token(999));
        assertThat(tokens.get(token(1).grant().digest())).isNull();
    }

    @Test
    void tokenInUseIsNotForgotten() {
        tokens.put(token(0));
        for (int i = 1; i < 1_000; i++) {
            tokens.put(token(i));
            assertThat(tokens.get(token(0).grant().digest()))
                    .as("after %d others", i)
                    .isEqualTo(token(0));
        }
    }

    private VerifiedToken token(int number) {
        return new VerifiedToken(
                new ServiceAccountId("team-a", "agent"),
                new TokenGrant(TokenDigest.ofToken("token " + number), "serviceaccount/agent", null, null),
                proof);
    }

    private static Proof proof() {
        ServiceAccountIssuer issuer = ServiceAccountIssuer.of(ClusterIssuer.trusted(ClusterIssuer.ec("key", "ES256")));
        return issuer.proof(Objects.requireNonNull(issuer.key("key")));
    }
}
