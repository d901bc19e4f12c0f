package dev.gatehouse.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficTest {

    @Test
    void argumentsAreAsLongAsTheyAreSaidToBe() {
        for (Workload workload : Workload.values()) {
            if (workload.argumentBytes() > 0) {
                assertThat(Traffic.arguments("caller-00000", workload.argumentBytes()))
                        .startsWith("{\"marker\":\"caller-00000\"")
                        .endsWith("\"}")
                        .hasSize(workload.argumentBytes());
            }
        }
    }

    @Test
    void everyCallerHasAnotherToken() {
        Set<Token> tokens = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            tokens.add(Token.of(i));
        }
        assertThat(tokens).hasSize(1000).doesNotContain(Token.BARRED);
    }
}
