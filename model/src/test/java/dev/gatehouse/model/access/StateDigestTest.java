package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateDigestTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    @Test
    void sumIsTheSumModulo2To256() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            StateDigest left = random(random);
            StateDigest right = random(random);
            assertThat(number(left.plus(right)))
                    .isEqualTo(number(left).add(number(right)).mod(MODULUS));
            assertThat(number(left.minus(right)))
                    .isEqualTo(number(left).subtract(number(right)).mod(MODULUS));
        }
    }

    @Test
    void carriesRunThroughAllWords() {
        var all = new StateDigest(-1, -1, -1, -1);
        assertThat(all.plus(new StateDigest(0, 0, 0, 1))).isEqualTo(StateDigest.EMPTY);
        assertThat(StateDigest.EMPTY.minus(new StateDigest(0, 0, 0, 1))).isEqualTo(all);
        assertThat(all.plus(all)).isEqualTo(new StateDigest(-1, -1, -1, -2));
    }

    @Test
    void entryIsDigestedBySha256() {
        assertThat(StateDigest.ofEntry("abc".getBytes(StandardCharsets.UTF_8)).hex())
                .isEqualTo(TokenDigest.ofToken("abc").hex());
    }

    @Test
    void textFormReadsBack() {
        StateDigest digest = random(new Random(2));
        assertThat(StateDigest.parse(digest.hex())).isEqualTo(digest);
    }

    private static StateDigest random(Random random) {
        long[] words =
                random.longs(4).map(word -> random.nextInt(4) == 0 ? -1 : word).toArray();
        return new StateDigest(words[0], words[1], words[2], words[3]);
    }

    private static BigInteger number(StateDigest digest) {
        return new BigInteger(digest.hex(), 16);
    }
}
