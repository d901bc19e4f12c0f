package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Helm's own opinion of the chart. */
class ChartLintIT {

    static final List<Path> VALUES = Chart.sampleValues();

    @ParameterizedTest
    @FieldSource("VALUES")
    void everySetOfValuesPassesTheStrictLint(Path values) {
        Helm.Result lint = new Chart(Helm.found()).lint(values);

        assertThat(lint.exitCode()).as(lint.output() + lint.errors()).isZero();
        assertThat(lint.output()).doesNotContain("[WARNING]", "[ERROR]");
    }
}
