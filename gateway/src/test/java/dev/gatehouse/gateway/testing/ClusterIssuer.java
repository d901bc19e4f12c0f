package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.gatehouse.model.access.TrustedIssuer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs tokens as an API server does, with a key of its own, and whatever else a test puts into them. */
public final class ClusterIssuer {

    public static final String URL = "https://kubernetes.default.svc.cluster.local";
    public static final Duration LIFE = Duration.ofHours(1);

    private final String keyId;
    private final String algorithm;
    private final JWK key;

    private ClusterIssuer(String keyId, String algorithm, JWK key) {
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.key = key;
    }

    public static ClusterIssuer rsa(String keyId) {
        return rsa(keyId, "RS256");
    }

    public static ClusterIssuer rsa(String keyId, String algorithm) {
        try {
            return new ClusterIssuer(
                    keyId,
                    algorithm,
                    new RSAKeyGenerator(2048)
                            .keyID(keyId)
                            .algorithm(Algorithm.parse(algorithm))
                            .keyUse(KeyUse.SIGNATURE)
                            .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its key set names no algorithm, so that the curve says it. */
    public static ClusterIssuer ec(String keyId, String algorithm) {
        Curve curve = switch (algorithm) {
            case "ES256" -> Curve.P_256;
            case "ES384" -> Curve.P_384;
            default -> Curve.P_521;
        };
        try {
            return new ClusterIssuer(
                    keyId, algorithm, new ECKeyGenerator(curve).keyID(keyId).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public JWK publicKey() {
        return key.toPublicJWK();
    }

    /** What the operator would tell gateways of the cluster with these signers. */
    public static TrustedIssuer trusted(ClusterIssuer... signers) {
        return new TrustedIssuer(
                URL,
                TrustedIssuer.AUDIENCE,
                jwks(Arrays.stream(signers).map(ClusterIssuer::publicKey).toList()));
    }

    public static String jwks(List<JWK> keys) {
        return new JWKSet(keys).toString();
    }

    public ObjectNode header() {
        return Json.object().put("alg", algorithm).put("kid", keyId);
    }

    /** What Kubernetes puts into the token of a pod. */
    public static ObjectNode claims(String namespace, String account, Instant issuedAt) {
        ObjectNode claims = Json.object()
                .put("exp", issuedAt.plus(LIFE).getEpochSecond())
                .put("iat", issuedAt.getEpochSecond())
                .put("iss", URL)
                .put("jti", "6b2f1d0c-62a4-4a3b-9a44-0b1c7f6c2f11")
                .put("nbf", issuedAt.getEpochSecond())
                .put("sub", "system:serviceaccount:" + namespace + ":" + account);
        claims.putArray("aud").add(TrustedIssuer.AUDIENCE);
        ObjectNode bound = claims.putObject("kubernetes.io").put("namespace", namespace);
        bound.putObject("serviceaccount").put("name", account).put("uid", "0d9e0b2c-5c1b-4a35-8b1a-2f6a0c7e1d22");
        bound.putObject("pod").put("name", account + "-0").put("uid", "ffb2c9de-70a5-4a17-9d5f-0e6f1f3f3a33");
        return claims;
    }

    public String token(ObjectNode claims) {
        return sign(header().toString(), claims.toString());
    }

    /** Signs any two texts, whatever the header claims about the signature. */
    public String sign(String header, String claims) {
        String signed = encoded(header.getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
        return signed + "." + encoded(signature(signed.getBytes(UTF_8)));
    }

    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance(jcaName());
            PSSParameterSpec pss = pss();
            if (pss != null) {
                signature.setParameter(pss);
            }
            signature.initSign(((AsymmetricJWK) key).toPrivateKey());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable PSSParameterSpec pss() {
        return algorithm.startsWith("PS")
                ? new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1)
                : null;
    }

    private String jcaName() {
        String bits = algorithm.substring(2);
        return switch (algorithm.substring(0, 2)) {
            case "RS" -> "SHA" + bits + "withRSA";
            case "PS" -> "RSASSA-PSS";
            default -> "SHA" + bits + "withECDSAinP1363Format";
        };
    }
}
