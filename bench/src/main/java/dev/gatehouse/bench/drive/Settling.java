package dev.gatehouse.bench.drive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Watches the CPU of a call in successive windows of load until it falls no further. A figure has settled when the lowest
 * of the last {@value #RECENT} windows is no more than {@value #GAIN} below the lowest before them; a busy neighbour
 * makes a window dearer and never cheaper, so the lowest is the one to trust. Not thread-safe.
 */
final class Settling {

    static final int RECENT = 3;
    static final double GAIN = 0.03;

    private final Map<String, List<Double>> windows = new LinkedHashMap<>();

    void add(String traffic, double micros) {
        windows.computeIfAbsent(traffic, none -> new ArrayList<>()).add(micros);
    }

    /** Whether no kind of traffic has become cheaper of late; false as long as one has no past to compare with. */
    boolean settled() {
        return windows.values().stream().allMatch(Settling::settled);
    }

    /** How many windows each kind of traffic has had at most. */
    int count() {
        return windows.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** The first and the lowest recent window of each, such as {@code tools/call 100 B 61.2 -> 34.1}. */
    String describe() {
        return windows.entrySet().stream()
                .map(entry -> "%s %.1f -> %.1f"
                        .formatted(entry.getKey(), entry.getValue().getFirst(), lowest(recent(entry.getValue()))))
                .collect(Collectors.joining("; "));
    }

    private static boolean settled(List<Double> figures) {
        int past = figures.size() - RECENT;
        return past > 0 && lowest(recent(figures)) >= lowest(figures.subList(0, past)) * (1 - GAIN);
    }

    private static List<Double> recent(List<Double> figures) {
        return figures.subList(Math.max(0, figures.size() - RECENT), figures.size());
    }

    private static double lowest(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }
}
