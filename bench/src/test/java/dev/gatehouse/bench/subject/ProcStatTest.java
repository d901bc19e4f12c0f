package dev.gatehouse.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcStatTest {

    private static final String REST = " S 1 1 1 0 -1 4194304 100 0 0 0 495 599 0 0 20 0 40 0 12345 1 2 3";

    @Test
    void userAndSystemTimeAreTicksOfTenMilliseconds() {
        ProcStat stat = ProcStat.parse("7 (java)" + REST);
        assertThat(stat.cpu().user()).isEqualTo(Duration.ofMillis(4950));
        assertThat(stat.cpu().system()).isEqualTo(Duration.ofMillis(5990));
    }

    @Test
    void nameMayHoldSpacesAndParentheses() {
        ProcStat stat = ProcStat.parse("7 (XNIO-1 (I/O) 2)" + REST);
        assertThat(stat.name()).isEqualTo("XNIO-1 (I/O) 2");
        assertThat(stat.cpu().whole()).isEqualTo(Duration.ofMillis(10_940));
    }
}
