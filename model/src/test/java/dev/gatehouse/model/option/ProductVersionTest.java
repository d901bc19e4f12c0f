package dev.gatehouse.model.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductVersionTest {

    @Test
    void jarNamesTheVersion() {
        var version = new ProductVersion("1.2.3");

        assertThat(version).hasToString("1.2.3");
        assertThat(version.line("gatehouse", 25)).isEqualTo("gatehouse 1.2.3, Java 25");
    }

    @Test
    void absenceOfAJarIsSaid() {
        var version = new ProductVersion(null);

        assertThat(version).hasToString("unpackaged");
        assertThat(version.line("gatehouse", 25)).isEqualTo("gatehouse (not packaged), Java 25");
    }
}
