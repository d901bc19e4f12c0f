package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildVersionTest {

    @Test
    void theVersionIsThatOfThePom() {
        assertThat(BuildVersion.read())
                .isEqualTo(System.getProperty("gatehouse.version"))
                .startsWith("0.");
    }
}
