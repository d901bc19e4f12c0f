package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainRunTest {

    private static final int LENGTH = 40;

    @Test
    void everyByteIsJudgedAtEveryPlaceOfEveryLength() {
        for (int value = 0; value < 256; value++) {
            for (int place = 0; place < LENGTH; place++) {
                byte[] bytes = new byte[LENGTH];
                Arrays.fill(bytes, (byte) 'a');
                bytes[place] = (byte) value;
                for (int to = place; to <= LENGTH; to++) {
                    same(bytes, 0, to);
                }
            }
        }
    }

    @Test
    void neighboursDoNotHideEachOther() {
        Random random = new Random(3);
        byte[] near = {
            0, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x5b, 0x5c, 0x5d, 0x7f, (byte) 0x80, (byte) 0xa2, (byte) 0xdc, -1
        };
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[LENGTH];
            Arrays.fill(bytes, (byte) '!');
            int from = random.nextInt(LENGTH);
            for (int i = from; i < Math.min(LENGTH, from + 3); i++) {
                bytes[i] = near[random.nextInt(near.length)];
            }
            same(bytes, Math.max(0, from - random.nextInt(20)), LENGTH);
        }
    }

    private static void same(byte[] bytes, int from, int to) {
        int plain = from;
        while (plain < to && bytes[plain] >= 0x20 && bytes[plain] != '"' && bytes[plain] != '\\') {
            plain++;
        }
        if (PlainRun.end(bytes, from, to) != plain) {
            assertThat(PlainRun.end(bytes, from, to)).as(Arrays.toString(bytes)).isEqualTo(plain);
        }
    }
}
