package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenDigestTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void digestIsTheSha256OfTheTokensBytes() {
        assertThat(TokenDigest.ofToken("abc").hex()).isEqualTo(ABC);
    }

    @Test
    void parsedDigestEqualsTheComputedOneInEitherCase() {
        assertThat(TokenDigest.parse(ABC.toUpperCase(java.util.Locale.ROOT))).isEqualTo(TokenDigest.ofToken("abc"));
    }

    @Test
    void printsNoMoreThanTheFingerprint() {
        assertThat(TokenDigest.ofToken("abc")).hasToString("TokenDigest[ba7816bf…]");
    }
}
