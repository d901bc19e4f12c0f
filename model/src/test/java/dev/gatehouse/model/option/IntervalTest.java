package dev.gatehouse.model.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({"100ms, PT0.1S", "500ms, PT0.5S", "2s, PT2S", "1m, PT1M", "24h, PT24H", "86400s, PT24H"})
    void oneNumberHasOneUnit(String text, Duration duration) {
        assertThat(Interval.parse(text).duration()).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "5", "-1s", "1.5s", "1m30s", "1d", "1 s", "1234567890s"})
    void whatIsNoneIsToldInASentence(String text) {
        assertThatThrownBy(() -> Interval.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a duration such as 500ms, 2s or 1m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "99ms", "86401s", "25h", "999999999h"})
    void slipOfTheUnitIsOutOfRange(String text) {
        assertThatThrownBy(() -> Interval.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is out of range: from 100ms to 24h");
    }
}
