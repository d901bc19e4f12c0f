package dev.gatehouse.bench;

import java.util.Arrays;

/** The middle, the lowest and the highest of a few figures; NaN of none. */
public final class Figures {

    private Figures() {}

    public static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double lowest(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    public static double highest(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
