package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.translate.TokenStrength;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MintedTokenTest {

    private final RandomGenerator random = new SplittableRandom(7);

    /** The form is a promise to secret scanners: a token of today must be recognised for ever. */
    private static final String OF_ZEROS = "gth_" + "0".repeat(43) + "2hwiGj";

    private static RandomGenerator always(int value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) value);
            }
        };
    }

    @Test
    void theFormIsFixed() {
        assertThat(MintedToken.mint(always(0)).text()).isEqualTo(OF_ZEROS);
    }

    @Test
    void all256RandomBitsHaveAPlace() {
        assertThat(MintedToken.mint(always(0xff)).text()).startsWith("gth_").hasSize(53);
        var seen = new HashSet<String>();
        for (int bit = 0; bit < 256; bit++) {
            int only = bit;
            seen.add(MintedToken.mint(new RandomGenerator() {
                        @Override
                        public long nextLong() {
                            throw new UnsupportedOperationException();
                        }

                        @Override
                        public void nextBytes(byte[] bytes) {
                            bytes[only / 8] = (byte) (1 << (only % 8));
                        }
                    })
                    .text());
        }
        assertThat(seen).hasSize(256);
    }

    @Test
    void everyMintedTokenIsRecognisedAndStrong() {
        for (int i = 0; i < 1_000; i++) {
            MintedToken token = MintedToken.mint(random);
            assertThat(MintedToken.hasValidChecksum(token.text())).isTrue();
            assertThat(TokenStrength.weakness(token.text().getBytes(StandardCharsets.UTF_8)))
                    .isNull();
            assertThat(token.digest()).isEqualTo(TokenDigest.ofToken(token.text()));
        }
    }

    @Test
    void aMisprintAnywhereBreaksTheChecksum() {
        String token = MintedToken.mint(random).text();
        for (int at = MintedToken.PREFIX.length(); at < token.length(); at++) {
            char other = token.charAt(at) == 'x' ? 'y' : 'x';
            String misprint = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(MintedToken.looksMinted(misprint)).isTrue();
            assertThat(MintedToken.hasValidChecksum(misprint)).as("at %s", at).isFalse();
        }
    }

    @Test
    void othersAreNotTakenForOne() {
        assertThat(MintedToken.looksMinted(OF_ZEROS + "0")).isFalse();
        assertThat(MintedToken.looksMinted(OF_ZEROS.replace("gth_", "ghp_"))).isFalse();
        assertThat(MintedToken.looksMinted("")).isFalse();
        assertThatThrownBy(() -> new MintedToken("hunter2-hunter2-hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void printsTheFingerprintOnly() {
        MintedToken token = MintedToken.mint(random);
        assertThat(token).hasToString("MintedToken[" + token.digest().fingerprint() + "…]");
    }
}
