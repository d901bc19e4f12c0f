package dev.gatehouse.model.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagVariablesTest {

    private final FlagVariables variables =
            new FlagVariables("GATEHOUSE", Map.of("GATEHOUSE_TLS_CERT", "a.crt", "GATEHOUSE_AUDIT", ""));

    @Test
    void variableIsNamedAfterItsFlag() {
        assertThat(variables.nameFor("--tls-cert")).isEqualTo("GATEHOUSE_TLS_CERT");
        assertThat(variables.valueFor("--tls-cert")).isEqualTo("a.crt");
    }

    @Test
    void variableThatIsEmptyCountsAsNotSet() {
        assertThat(variables.valueFor("--audit")).isNull();
        assertThat(variables.valueFor("--tls-key")).isNull();
    }

    @Test
    void environmentIsNotPrinted() {
        assertThat(variables.toString()).contains("GATEHOUSE").doesNotContain("a.crt");
    }
}
