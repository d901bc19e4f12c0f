package dev.gatehouse.gateway.serviceaccount;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One public key of an issuer, good for one algorithm: the one that the key set states for it, or else the usual one of
 * its type. The token has no say in it (RFC 8725 section 3.1). Equal to another with the same id, algorithm and RFC 7638
 * thumbprint. Thread-safe.
 */
final class SigningKey {

    private static final int SMALLEST_RSA_BITS = 2_048;
    private static final Set<JWSAlgorithm> RSA =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256);

    private final String id;
    private final JWSAlgorithm algorithm;
    private final Base64URL thumbprint;
    private final JWSVerifier verifier;

    private SigningKey(String id, JWSAlgorithm algorithm, Base64URL thumbprint, JWSVerifier verifier) {
        this.id = id;
        this.algorithm = algorithm;
        this.thumbprint = thumbprint;
        this.verifier = verifier;
    }

    /** Null for a key that nothing can be verified with: symmetric, weak, of another use, or without an id. */
    static @Nullable SigningKey of(JWK jwk) throws JOSEException {
        String id = jwk.getKeyID();
        boolean signs = jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE);
        JWSAlgorithm algorithm = algorithm(jwk);
        if (id == null || !signs || algorithm == null) {
            return null;
        }
        JWSVerifier verifier = jwk instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier(jwk.toECKey());
        return new SigningKey(id, algorithm, jwk.computeThumbprint(), verifier);
    }

    private static @Nullable JWSAlgorithm algorithm(JWK jwk) {
        JWSAlgorithm stated = jwk.getAlgorithm() == null
                ? null
                : JWSAlgorithm.parse(jwk.getAlgorithm().getName());
        if (jwk instanceof RSAKey rsa) {
            JWSAlgorithm algorithm = stated == null ? JWSAlgorithm.RS256 : stated;
            return rsa.size() >= SMALLEST_RSA_BITS && RSA.contains(algorithm) ? algorithm : null;
        }
        if (jwk instanceof ECKey ec) {
            JWSAlgorithm usual = algorithm(ec.getCurve());
            return stated == null || stated.equals(usual) ? usual : null;
        }
        return null;
    }

    private static @Nullable JWSAlgorithm algorithm(Curve curve) {
        if (curve.equals(Curve.P_256)) {
            return JWSAlgorithm.ES256;
        }
        if (curve.equals(Curve.P_384)) {
            return JWSAlgorithm.ES384;
        }
        return curve.equals(Curve.P_521) ? JWSAlgorithm.ES512 : null;
    }

    String id() {
        return id;
    }

    boolean isFor(String algorithmName) {
        return algorithm.getName().equals(algorithmName);
    }

    /** Costs tens to hundreds of microseconds. */
    boolean hasSigned(CompactJws token) {
        try {
            return verifier.verify(
                    new JWSHeader(algorithm),
                    token.signed().getBytes(StandardCharsets.US_ASCII),
                    new Base64URL(token.signature()));
        } catch (JOSEException e) {
            return false; // of a length or shape that no signature by this key has
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningKey that
                && id.equals(that.id)
                && algorithm.equals(that.algorithm)
                && thumbprint.equals(that.thumbprint);
    }

    @Override
    public int hashCode() {
        return thumbprint.hashCode();
    }

    @Override
    public String toString() {
        return algorithm + " key " + id;
    }
}
