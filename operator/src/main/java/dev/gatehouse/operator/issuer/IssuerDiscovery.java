package dev.gatehouse.operator.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.model.access.TrustedIssuer;

/**
 * Reads what an API server publishes about its ServiceAccount tokens (OpenID Connect Discovery 1.0, as Kubernetes
 * documents it under "ServiceAccount issuer discovery"). The keys are read from the API server itself, whatever address it
 * announces for others.
 */
public final class IssuerDiscovery {

    static final String CONFIGURATION = "/.well-known/openid-configuration";
    static final String KEYS = "/openid/v1/jwks";

    private static final int LONGEST_CONFIGURATION = 16_384;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiServerDocuments documents;

    public IssuerDiscovery(ApiServerDocuments documents) {
        this.documents = documents;
    }

    /**
     * The present issuer, whose tokens count when they are for {@link TrustedIssuer#AUDIENCE}.
     *
     * @throws RuntimeException when the API server cannot be asked or refuses
     * @throws IllegalStateException when what it says is not what it should be, in a sentence
     */
    public TrustedIssuer read() {
        String issuer =
                document(CONFIGURATION, LONGEST_CONFIGURATION).path("issuer").asText();
        if (issuer.isEmpty() || issuer.length() > TrustedIssuer.LONGEST_ISSUER) {
            throw new IllegalStateException(CONFIGURATION + " names no issuer, or an endless one");
        }
        JsonNode keys = document(KEYS, TrustedIssuer.LONGEST_JWKS);
        if (!keys.path("keys").isArray() || keys.path("keys").isEmpty()) {
            throw new IllegalStateException(KEYS + " has no keys");
        }
        return new TrustedIssuer(issuer, TrustedIssuer.AUDIENCE, keys.toString());
    }

    private JsonNode document(String path, int longest) {
        String text = documents.get(path);
        if (text == null) {
            throw new IllegalStateException(
                    "the API server has no " + path + "; is its ServiceAccount issuer discovery turned off?");
        }
        if (text.length() > longest) {
            throw new IllegalStateException(path + " has more than " + longest + " characters");
        }
        try {
            JsonNode json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + " is not JSON", e);
        }
    }
}
