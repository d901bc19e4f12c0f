package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrustedIssuerTest {

    @Test
    void partsMayBeAsLongAsTheirBounds() {
        var longest = new TrustedIssuer(
                "i".repeat(TrustedIssuer.LONGEST_ISSUER),
                "a".repeat(TrustedIssuer.LONGEST_AUDIENCE),
                "k".repeat(TrustedIssuer.LONGEST_JWKS));

        assertThat(longest.jwks()).hasSize(TrustedIssuer.LONGEST_JWKS);
    }

    @Test
    void longerPartsAreRefused() {
        String jwks = "k".repeat(TrustedIssuer.LONGEST_JWKS + 1);

        assertThatThrownBy(() -> new TrustedIssuer("issuer", "audience", jwks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the jwks has 65537 characters; it must have 1 to 65536");
    }

    @Test
    void emptyIssuerOrAudienceIsRefusedAsItWouldMatchATokenThatSaysNothing() {
        assertThatThrownBy(() -> new TrustedIssuer("", "audience", "{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustedIssuer("issuer", "", "{}")).isInstanceOf(IllegalArgumentException.class);
    }
}
