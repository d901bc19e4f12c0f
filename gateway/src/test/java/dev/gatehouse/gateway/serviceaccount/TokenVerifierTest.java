package dev.gatehouse.gateway.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.serviceaccount.Verification.Flawed;
import dev.gatehouse.gateway.serviceaccount.Verification.Verified;
import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the claims of a token must say, whoever signed it. */
class TokenVerifierTest {

    private static final ClusterIssuer CLUSTER = ClusterIssuer.ec("key-1", "ES256");

    private final SettableClock clock = new SettableClock();
    private final Instant start = clock.instant();
    private final TokenVerifier verifier = new TokenVerifier(clock);
    private final ServiceAccountIssuer issuer = ServiceAccountIssuer.of(ClusterIssuer.trusted(CLUSTER));

    @Test
    void tokenOfAPodNamesItsServiceAccount() {
        String token = token(claims -> {});

        assertThat(verify(token)).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.token().account()).isEqualTo(new ServiceAccountId("team-a", "agent"));
            assertThat(verified.token().grant().name()).isEqualTo("serviceaccount/agent");
            assertThat(verified.token().grant().digest()).isEqualTo(TokenDigest.ofToken(token));
        });
    }

    @Test
    void tokenMayBeForOthersToo() {
        assertThat(verify(token(claims -> claims.putArray("aud").add("vault").add("gatehouse"))))
                .isInstanceOf(Verified.class);
    }

    @Test
    void audienceMayBeOneText() {
        assertThat(verify(token(claims -> claims.put("aud", "gatehouse")))).isInstanceOf(Verified.class);
    }

    @Test
    void tokenThatIsNotBoundToAnObjectIsGood() {
        assertThat(verify(token(claims -> claims.remove("kubernetes.io")))).isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gatehouse2",
                "Gatehouse",
                "gatehouse ",
                "https://gatehouse",
                "https://kubernetes.default.svc.cluster.local",
                "",
                "gatehouse,vault"
            })
    void tokenForAnotherAudienceIsRefused(String audience) {
        refuses(TokenFlaw.AUDIENCE, claims -> claims.put("aud", audience));
        refuses(TokenFlaw.AUDIENCE, claims -> claims.putArray("aud").add(audience));
    }

    @Test
    void tokenForNobodyIsRefused() {
        refuses(TokenFlaw.AUDIENCE, claims -> claims.putArray("aud"));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.remove("aud"));
        refuses(
                TokenFlaw.UNREADABLE,
                claims -> claims.putArray("aud").add("gatehouse").add(7));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.putNull("aud"));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.putObject("aud").put("0", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kubernetes.default.svc.cluster.local/",
                "https://KUBERNETES.default.svc.cluster.local",
                "http://kubernetes.default.svc.cluster.local",
                "kubernetes/serviceaccount",
                ""
            })
    void tokenOfAnotherIssuerIsRefused(String other) {
        refuses(TokenFlaw.ISSUER, claims -> claims.put("iss", other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "exp"})
    void tokenWithoutAClaimThatIsNeededIsRefused(String claim) {
        refuses(TokenFlaw.UNREADABLE, claims -> claims.remove(claim));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.putNull(claim));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.putArray(claim).add("agent"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "system:serviceaccount:team-a",
                "system:serviceaccount:team-a:",
                "system:serviceaccount::agent",
                "system:serviceaccount:team-a:agent:x",
                "system:serviceaccount:team-b:agent",
                "system:serviceaccount:team-a:other",
                "system:node:team-a",
                "system:admin"
            })
    void subjectMustBeTheServiceAccountThatTheTokenIsBoundTo(String subject) {
        refuses(TokenFlaw.SUBJECT, claims -> claims.put("sub", subject));
    }

    @Test
    void boundClaimOfAnotherShapeIsAContradiction() {
        refuses(TokenFlaw.SUBJECT, claims -> claims.put("kubernetes.io", "team-a/agent"));
        refuses(TokenFlaw.SUBJECT, claims -> claims.putNull("kubernetes.io"));
        refuses(TokenFlaw.SUBJECT, claims -> claims.putObject("kubernetes.io").put("namespace", "team-a"));
        refuses(TokenFlaw.SUBJECT, claims -> claims.withObject("/kubernetes.io").put("namespace", "team-b"));
        refuses(
                TokenFlaw.SUBJECT,
                claims -> claims.withObject("/kubernetes.io/serviceaccount").put("name", "other"));
    }

    @Test
    void tokenEndsThirtySecondsAfterItSaysAndNotASecondLater() {
        String token = token(claims -> {});
        Duration last = ClusterIssuer.LIFE.plus(TokenVerifier.SKEW).minusMillis(1);

        assertThat(TokenVerifier.SKEW).isEqualTo(Duration.ofSeconds(30));
        clock.advance(last);
        assertThat(verify(token)).isInstanceOf(Verified.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(verify(token)).as("remembered").isEqualTo(new Flawed(TokenFlaw.EXPIRED));
        assertThat(new TokenVerifier(clock).verify(token, TokenDigest.ofToken(token), issuer))
                .as("never seen before")
                .isEqualTo(new Flawed(TokenFlaw.EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat"})
    void tokenBeginsThirtySecondsBeforeItSaysAndNotASecondEarlier(String claim) {
        String early = token(claims -> claims.put(claim, start.plusSeconds(31).getEpochSecond()));

        assertThat(verify(early)).isEqualTo(new Flawed(TokenFlaw.NOT_YET_VALID));
        clock.advance(Duration.ofSeconds(1));
        assertThat(verify(early)).isInstanceOf(Verified.class);
    }

    @Test
    void timesThatAreNoWholeSecondsOfOurEraAreRefused() {
        refuses(TokenFlaw.UNREADABLE, claims -> claims.put("exp", "4102444800"));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.put("exp", 4102444800.5));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.put("exp", Long.MAX_VALUE));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.put("exp", -1));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.put("nbf", "soon"));
        refuses(TokenFlaw.UNREADABLE, claims -> claims.putNull("iat"));
    }

    @Test
    void claimThatStandsTwiceIsRefusedWhereverItStands() {
        String claims = ClusterIssuer.claims("team-a", "agent", start).toString();
        String twoAudiences = claims.replaceFirst("\"aud\":", "\"aud\":\"vault\",\"aud\":");
        String twoNames = claims.replaceFirst("\"name\":", "\"name\":\"other\",\"name\":");

        assertThat(verify(CLUSTER.sign(CLUSTER.header().toString(), twoAudiences)))
                .isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
        assertThat(verify(CLUSTER.sign(CLUSTER.header().toString(), twoNames)))
                .isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    private void refuses(TokenFlaw flaw, Consumer<ObjectNode> edit) {
        assertThat(verify(token(edit))).isEqualTo(new Flawed(flaw));
    }

    private String token(Consumer<ObjectNode> edit) {
        ObjectNode claims = ClusterIssuer.claims("team-a", "agent", start);
        edit.accept(claims);
        return CLUSTER.token(claims);
    }

    private Verification verify(String token) {
        return verifier.verify(token, TokenDigest.ofToken(token), issuer);
    }
}
