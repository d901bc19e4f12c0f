package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {

    /** Every lead byte, and of the others both ends of each range that the standard tells apart. */
    private static final int[] FOLLOWING = {
        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xaf, 0xb0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xf0, 0xf4, 0xff
    };

    @Test
    void runTakesWhatIsASequenceAndNothingElse() {
        for (int lead = 0x80; lead < 0x100; lead++) {
            for (int second : FOLLOWING) {
                for (int third : FOLLOWING) {
                    for (int fourth : FOLLOWING) {
                        byte[] bytes = {(byte) lead, (byte) second, (byte) third, (byte) fourth};
                        int length = Math.max(0, Utf8.sequence(bytes, 0, 4));
                        if (Utf8.run(bytes, 0, 4) != length) {
                            assertThat(Utf8.run(bytes, 0, 4))
                                    .as(Arrays.toString(bytes))
                                    .isEqualTo(length);
                        }
                    }
                }
            }
        }
    }

    @Test
    void runReadsNotBeyondItsEnd() {
        byte[] bytes = {(byte) 0xc3, (byte) 0xa9, (byte) 0xc3, (byte) 0xa9, 'a'};

        assertThat(Utf8.run(bytes, 0, 5)).isEqualTo(2);
        assertThat(Utf8.run(bytes, 0, 3)).isZero();
    }
}
