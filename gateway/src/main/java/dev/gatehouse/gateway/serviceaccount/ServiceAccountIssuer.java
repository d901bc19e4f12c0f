package dev.gatehouse.gateway.serviceaccount;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.serviceaccount.VerifiedToken.Proof;
import dev.gatehouse.model.access.TrustedIssuer;
import java.text.ParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link TrustedIssuer} with its keys ready for use. Immutable. */
public final class ServiceAccountIssuer {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceAccountIssuer.class);

    private final TrustedIssuer declared;
    private final Map<String, SigningKey> keys;

    private ServiceAccountIssuer(TrustedIssuer declared, Map<String, SigningKey> keys) {
        this.declared = declared;
        this.keys = Map.copyOf(keys);
    }

    /**
     * Leaves out keys that cannot verify a ServiceAccount's token, and both of two that share an id.
     *
     * @throws IllegalArgumentException if the key set is not one at all
     */
    public static ServiceAccountIssuer of(TrustedIssuer declared) {
        var keys = new HashMap<String, SigningKey>();
        var ambiguous = new HashSet<String>();
        int unusable = 0;
        for (Map<String, Object> json : keySet(declared.jwks())) {
            SigningKey key = key(json);
            if (key == null) {
                unusable++;
            } else if (keys.put(key.id(), key) != null) {
                ambiguous.add(key.id());
            }
        }
        keys.keySet().removeAll(ambiguous);
        if (unusable > 0 || !ambiguous.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.ISSUER, declared.issuer())
                    .addKeyValue(LogKeys.COUNT, unusable + ambiguous.size())
                    .log("Some keys of the cluster's token issuer cannot be used; tokens signed by them are refused");
        }
        return new ServiceAccountIssuer(declared, keys);
    }

    private static Map<String, Object>[] keySet(String jwks) {
        try {
            Map<String, Object>[] keys = JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(jwks), "keys");
            if (keys != null) {
                return keys;
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("the issuer's key set cannot be read", e);
        }
        throw new IllegalArgumentException("the issuer's key set has no keys member");
    }

    private static @Nullable SigningKey key(Map<String, Object> json) {
        try {
            return SigningKey.of(JWK.parse(json));
        } catch (ParseException | JOSEException e) {
            return null; // a key of a kind that is not known here
        }
    }

    public TrustedIssuer declared() {
        return declared;
    }

    /** Whether a token that was found good by {@code token}'s proof would be now, by issuer, audience and key. */
    public boolean trusts(VerifiedToken token) {
        Proof proof = token.proof();
        return proof.issuer().equals(declared.issuer())
                && proof.audience().equals(declared.audience())
                && proof.key().equals(keys.get(proof.key().id()));
    }

    @Nullable
    SigningKey key(String id) {
        return keys.get(id);
    }

    Proof proof(SigningKey key) {
        return new Proof(declared.issuer(), declared.audience(), key);
    }
}
