package dev.gatehouse.gateway.serviceaccount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.gatehouse.gateway.serviceaccount.Verification.Flawed;
import dev.gatehouse.gateway.serviceaccount.Verification.Verified;
import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.TokenDigest;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens whose claims are all right, and which the cluster has not signed, or not like this. */
class ForgedTokensTest {

    private static final ClusterIssuer CLUSTER = ClusterIssuer.rsa("key-1");
    private static final ClusterIssuer STRANGER = ClusterIssuer.rsa("key-1");

    private final SettableClock clock = new SettableClock();
    private final TokenVerifier verifier = new TokenVerifier(clock);
    private final ServiceAccountIssuer issuer = ServiceAccountIssuer.of(ClusterIssuer.trusted(CLUSTER));
    private final ObjectNode claims = ClusterIssuer.claims("team-a", "agent", clock.instant());

    @Test
    void honestTokenIsGood() {
        assertThat(verify(CLUSTER.token(claims))).isInstanceOf(Verified.class);
        assertThat(verify(CLUSTER.sign(CLUSTER.header().put("typ", "JWT").toString(), claims.toString())))
                .isInstanceOf(Verified.class);
    }

    @Test
    void keyOfTheSameNameIsNotTheSameKey() {
        assertThat(verify(STRANGER.token(claims))).isEqualTo(new Flawed(TokenFlaw.SIGNATURE));
    }

    @Test
    void unknownOrMissingKeyIdIsRefused() {
        assertThat(verify(headed(header -> header.put("kid", "key-2")))).isEqualTo(new Flawed(TokenFlaw.KEY));
        assertThat(verify(headed(header -> header.put("kid", "")))).isEqualTo(new Flawed(TokenFlaw.KEY));
        assertThat(verify(headed(header -> header.remove("kid")))).isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS256", "HS512", "RS384", "RS512", "PS256", "ES256", "EdDSA", "rs256", ""})
    void algorithmIsTheKeysAndNotTheTokensToChoose(String algorithm) {
        assertThat(verify(headed(header -> header.put("alg", algorithm)))).isEqualTo(new Flawed(TokenFlaw.KEY));
    }

    @Test
    void tokenWithoutASignatureIsRefused() {
        String token = headed(header -> header.put("alg", "none"));

        assertThat(verify(token.substring(0, token.lastIndexOf('.') + 1))).isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    @Test
    void publicKeyIsNoSharedSecret() throws GeneralSecurityException, JOSEException {
        RSAKey key = CLUSTER.publicKey().toRSAKey();
        byte[] der = key.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";

        for (byte[] secret :
                new byte[][] {der, pem.getBytes(UTF_8), key.toString().getBytes(UTF_8)}) {
            assertThat(verify(hmac(secret))).isEqualTo(new Flawed(TokenFlaw.KEY));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "crit | [\"exp\"]",
                "crit | []",
                "b64 | false",
                "zip | \"DEF\"",
                "cty | \"JWT\"",
                "jku | \"https://example.com/jwks\"",
                "x5u | \"https://example.com/x5u\"",
                "enc | \"A128GCM\"",
                "typ | \"JWE\"",
                "typ | null",
                "typ | [\"JWT\"]",
                "kid | [\"key-1\"]",
                "alg | [\"RS256\"]"
            })
    void headerThatSaysMoreThanKubernetesSaysIsRefused(String name, String value) {
        String token = headed(header -> header.set(name, Json.parse(value)));

        assertThat(verify(token)).isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    @Test
    void keyInTheHeaderIsNotBelieved() {
        ObjectNode header = STRANGER.header();
        header.set("jwk", Json.parse(STRANGER.publicKey().toJSONString()));

        assertThat(verify(STRANGER.sign(header.toString(), claims.toString())))
                .isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    @Test
    void headerMemberThatStandsTwiceIsRefused() {
        String header = "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"key-1\"}";

        assertThat(verify(CLUSTER.sign(header, claims.toString()))).isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    @Test
    void encryptedOrNestedTokensAreRefused() {
        String inner = CLUSTER.token(claims);

        assertThat(verify(inner + ".AAAA.AAAA")).as("five parts").isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
        assertThat(verify(CLUSTER.sign(CLUSTER.header().toString(), Json.string(inner))))
                .as("a token in a token")
                .isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
        assertThat(verify(CLUSTER.sign(CLUSTER.header().toString(), "[" + claims + "]")))
                .as("claims in an array")
                .isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
        assertThat(verify(CLUSTER.sign(CLUSTER.header().toString(), claims + "{}")))
                .as("something behind the claims")
                .isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
        assertThat(verify(CLUSTER.sign(CLUSTER.header().toString(), "[".repeat(1_000))))
                .as("depth")
                .isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    @Test
    void noCharacterOfATokenCanBeChanged() {
        String token = CLUSTER.token(claims);
        for (int i = 0; i < token.length(); i++) {
            clock.advance(TokenVerifier.SKEW.dividedBy(10_000)); // so that the budget is not what refuses
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);

            assertThat(verify(changed)).as("position %d", i).isInstanceOf(Flawed.class);
        }
    }

    /** The last character of a signature has bits that mean nothing, so that a decoder would take several for the same. */
    @Test
    void everyTokenHasOneSpelling() {
        String token = CLUSTER.token(claims);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String head = token.substring(0, token.length() - 1);

        assertThat(alphabet.chars().filter(last -> verify(head + (char) last) instanceof Verified))
                .hasSize(1);
        assertThat(verify(token + "=")).isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
        assertThat(verify(token + "==")).isEqualTo(new Flawed(TokenFlaw.UNREADABLE));
    }

    @Test
    void partsOfTwoTokensMakeNone() {
        String agent = CLUSTER.token(claims);
        String other = CLUSTER.token(ClusterIssuer.claims("team-a", "other", clock.instant()));

        assertThat(verify(agent.substring(0, agent.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'))))
                .isEqualTo(new Flawed(TokenFlaw.SIGNATURE));
    }

    private String headed(Consumer<ObjectNode> edit) {
        ObjectNode header = CLUSTER.header();
        edit.accept(header);
        return CLUSTER.sign(header.toString(), claims.toString());
    }

    private String hmac(byte[] secret) throws GeneralSecurityException {
        String header = CLUSTER.header().put("alg", "HS256").toString();
        String signed = ClusterIssuer.encoded(header.getBytes(UTF_8)) + "."
                + ClusterIssuer.encoded(claims.toString().getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "." + ClusterIssuer.encoded(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private Verification verify(String token) {
        return verifier.verify(token, TokenDigest.ofToken(token), issuer);
    }
}
