package dev.gatehouse.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettlingTest {

    private final Settling settling = new Settling();

    @Test
    void figureThatStillFallsHasNotSettled() {
        add("call", 100, 60, 50, 45, 42, 40);
        assertThat(settling.settled()).isFalse();
    }

    @Test
    void figureThatFallsNoFurtherHasSettled() {
        add("call", 100, 60, 41, 40, 41, 42);
        assertThat(settling.settled()).isTrue();
    }

    @Test
    void dearWindowOfABusyNeighbourHidesNoFall() {
        add("call", 100, 60, 50, 90, 90, 40);
        assertThat(settling.settled()).isFalse();
    }

    @Test
    void oneKindOfTrafficThatStillFallsIsEnough() {
        add("call", 100, 41, 40, 41, 42);
        add("list", 100, 80, 70, 60, 50);
        assertThat(settling.settled()).isFalse();
    }

    @Test
    void nothingSettlesWithoutAPast() {
        add("call", 40, 40, 40);
        assertThat(settling.settled()).isFalse();
    }

    @Test
    void wayIsToldFromTheFirstWindowToTheLowestOfTheLast() {
        add("call", 100, 50, 40, 43, 41);
        assertThat(settling.describe()).isEqualTo("call 100.0 -> 40.0");
    }

    private void add(String traffic, double... windows) {
        for (double micros : windows) {
            settling.add(traffic, micros);
        }
    }
}
