package dev.gatehouse.gateway.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import dev.gatehouse.gateway.serviceaccount.Verification.Verified;
import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TrustedIssuer;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of a key set count, for what, and for how long. */
class ServiceAccountIssuerTest {

    private static final ClusterIssuer OLD = ClusterIssuer.rsa("old");

    private final SettableClock clock = new SettableClock();
    private final TokenVerifier verifier = new TokenVerifier(clock);

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256"})
    void rsaKeyIsGoodForTheAlgorithmThatItStates(String algorithm) {
        ClusterIssuer cluster = ClusterIssuer.rsa("key", algorithm);

        assertThat(accepts(ClusterIssuer.trusted(cluster), token(cluster))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512"})
    void curveSaysTheAlgorithm(String algorithm) {
        ClusterIssuer cluster = ClusterIssuer.ec("key", algorithm);

        assertThat(accepts(ClusterIssuer.trusted(cluster), token(cluster))).isTrue();
    }

    @Test
    void rsaKeyThatStatesNoAlgorithmIsForRs256() {
        JWK silent = new RSAKey.Builder(OLD.publicKey().toRSAKey())
                .algorithm(null)
                .keyUse(null)
                .build();
        JWK other = new RSAKey.Builder(OLD.publicKey().toRSAKey())
                .algorithm(JWSAlgorithm.RS512)
                .build();

        assertThat(accepts(trusted(silent), token(OLD))).isTrue();
        assertThat(accepts(trusted(other), token(OLD))).isFalse();
    }

    @Test
    void keysThatCannotSignATokenAreLeftOut() throws JOSEException, NoSuchAlgorithmException {
        RSAKey old = OLD.publicKey().toRSAKey();
        JWK forEncryption = new RSAKey.Builder(old).keyUse(KeyUse.ENCRYPTION).build();
        JWK nameless = new RSAKey.Builder(old).keyID(null).build();
        JWK symmetric = new OctetSequenceKeyGenerator(256).keyID("old").generate();
        JWK weak = weakKey();

        for (JWK useless : List.of(forEncryption, nameless, symmetric, weak)) {
            assertThat(ServiceAccountIssuer.of(trusted(useless)).key("old")).isNull();
        }
    }

    @Test
    void unknownKindOfKeyDoesNotSpoilTheOthers() {
        String jwks = ClusterIssuer.jwks(List.of(OLD.publicKey()))
                .replace("{\"keys\":[", "{\"keys\":[{\"kty\":\"new\",\"kid\":\"x\"},{\"kty\":\"RSA\",\"kid\":\"y\"},");

        assertThat(accepts(new TrustedIssuer(ClusterIssuer.URL, "gatehouse", jwks), token(OLD)))
                .isTrue();
    }

    @Test
    void twoKeysOfOneNameAreNoKey() {
        ClusterIssuer namesake = ClusterIssuer.rsa("old");

        assertThat(accepts(ClusterIssuer.trusted(OLD, namesake), token(OLD))).isFalse();
        assertThat(accepts(ClusterIssuer.trusted(OLD, namesake), token(namesake)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "{}", "{\"keys\":1}", "{\"keys\":[1]}", "{\"keys\":null}"})
    void whatIsNoKeySetIsAnError(String jwks) {
        var declared = new TrustedIssuer(ClusterIssuer.URL, "gatehouse", jwks);

        assertThatThrownBy(() -> ServiceAccountIssuer.of(declared)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rememberedTokenIsGoodAsLongAsItsKeyIsPublished() {
        ClusterIssuer next = ClusterIssuer.rsa("next");
        String token = token(OLD);
        assertThat(accepts(ClusterIssuer.trusted(OLD), token)).isTrue();

        assertThat(accepts(ClusterIssuer.trusted(OLD, next), token))
                .as("both keys published")
                .isTrue();
        assertThat(accepts(ClusterIssuer.trusted(next), token))
                .as("the old key withdrawn")
                .isFalse();
        assertThat(accepts(ClusterIssuer.trusted(next), token(next))).isTrue();
        assertThat(accepts(ClusterIssuer.trusted(ClusterIssuer.rsa("old")), token))
                .as("another key under the old name")
                .isFalse();
    }

    @Test
    void rememberedTokenIsNotGoodForAnotherIssuerOrAudience() {
        String token = token(OLD);
        TrustedIssuer here = ClusterIssuer.trusted(OLD);
        assertThat(accepts(here, token)).isTrue();

        assertThat(accepts(new TrustedIssuer("https://elsewhere", here.audience(), here.jwks()), token))
                .isFalse();
        assertThat(accepts(new TrustedIssuer(here.issuer(), "elsewhere", here.jwks()), token))
                .isFalse();
    }

    private String token(ClusterIssuer signer) {
        return signer.token(ClusterIssuer.claims("team-a", "agent", clock.instant()));
    }

    private boolean accepts(TrustedIssuer issuer, String token) {
        return verifier.verify(token, TokenDigest.ofToken(token), ServiceAccountIssuer.of(issuer)) instanceof Verified;
    }

    private static TrustedIssuer trusted(JWK key) {
        return new TrustedIssuer(ClusterIssuer.URL, "gatehouse", "{\"keys\":[" + key.toJSONString() + "]}");
    }

    private static JWK weakKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var key = Objects.requireNonNull(
                (RSAPublicKey) generator.generateKeyPair().getPublic());
        return new RSAKey.Builder(key).keyID("old").build();
    }
}
