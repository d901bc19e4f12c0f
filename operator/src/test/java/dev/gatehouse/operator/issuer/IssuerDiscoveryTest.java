package dev.gatehouse.operator.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.access.TrustedIssuer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerDiscoveryTest {

    private final Map<String, String> documents = new HashMap<>(Map.of(
            IssuerDiscovery.CONFIGURATION,
            "{\"issuer\":\"https://cluster\",\"jwks_uri\":\"https://elsewhere/keys\"}",
            IssuerDiscovery.KEYS,
            "{\"keys\":[{\"kid\":\"one\"}]}"));
    private final IssuerDiscovery discovery = new IssuerDiscovery(documents::get);

    @Test
    void issuerAndKeysComeFromTheApiServer() {
        assertThat(discovery.read())
                .isEqualTo(new TrustedIssuer("https://cluster", "gatehouse", "{\"keys\":[{\"kid\":\"one\"}]}"));
    }

    @Test
    void spacesInTheKeySetAreNoChange() {
        TrustedIssuer before = discovery.read();
        documents.put(IssuerDiscovery.KEYS, "{ \"keys\" : [ { \"kid\" : \"one\" } ] }\n");

        assertThat(discovery.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"issuer\":\"\"}", "{\"issuer\":{}}", "<html>"})
    void configurationWithoutAnIssuerIsAnError(String configuration) {
        documents.put(IssuerDiscovery.CONFIGURATION, configuration);

        assertThatThrownBy(discovery::read).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"keys\":[]}", "{\"keys\":{\"a\":1}}", "<html>"})
    void keySetWithoutKeysIsAnError(String keys) {
        documents.put(IssuerDiscovery.KEYS, keys);

        assertThatThrownBy(discovery::read).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void missingDocumentSaysWhatMayBeTheReason() {
        documents.remove(IssuerDiscovery.KEYS);

        assertThatThrownBy(discovery::read)
                .hasMessage(
                        "the API server has no /openid/v1/jwks; is its ServiceAccount issuer discovery turned off?");
    }

    @Test
    void endlessDocumentsAreNotTaken() {
        String endless = "{\"issuer\":\"https://cluster\",\"x\":\"" + "x".repeat(TrustedIssuer.LONGEST_JWKS) + "\"}";
        documents.put(IssuerDiscovery.CONFIGURATION, endless);

        assertThatThrownBy(discovery::read).hasMessageContaining("more than 16384 characters");

        documents.put(IssuerDiscovery.CONFIGURATION, "{\"issuer\":\"" + "x".repeat(2_049) + "\"}");

        assertThatThrownBy(discovery::read).hasMessageContaining("endless");

        documents.put(IssuerDiscovery.CONFIGURATION, "{\"issuer\":\"https://cluster\"}");
        documents.put(IssuerDiscovery.KEYS, endless);

        assertThatThrownBy(discovery::read).hasMessageContaining("more than 65536 characters");
    }
}
