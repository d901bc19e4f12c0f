package dev.gatehouse.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapInfoTest {

    @Test
    void reservedIsNotTaken() {
        assertThat(committed("garbage-first heap   total reserved 262144K, committed 131072K, used 4343K [0x1, 0x2)"))
                .isEqualTo(128);
    }

    @Test
    void otherCollectorsSayTotal() {
        assertThat(committed("def new generation   total 2048K, used 11K")).isEqualTo(2);
    }

    private static double committed(String line) {
        return HeapInfo.parse(List.of("123:", " " + line, " Metaspace       used 58K, committed 192K"))
                .committedMebibytes();
    }
}
