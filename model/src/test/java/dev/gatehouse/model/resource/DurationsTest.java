package dev.gatehouse.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "720h, PT720H",
        "1h30m, PT1H30M",
        "1.5h, PT1H30M",
        "90s, PT1M30S",
        "300ms, PT0.3S",
        "0, PT0S",
        "7ns, PT0.000000007S"
    })
    void textIsReadAsKubernetesMeansIt(String text, Duration meant) {
        assertThat(Durations.parse(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "h", "1d", "-1h", " 1h", "1 h", "1H", "9999999999999h", "999999999999h"})
    void otherTextIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT720H, 720h", "PT1H30M, 1h30m", "PT0.3S, 300ms", "PT0S, 0s", "PT1.000001002S, 1s1us2ns"})
    void shortestTextIsReadAsTheSameDuration(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
        assertThat(Durations.parse(text)).contains(duration);
    }
}
