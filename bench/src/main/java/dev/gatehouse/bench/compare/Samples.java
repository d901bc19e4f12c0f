package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.Figures;
import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.load.LoadOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The outcomes of all rounds. Two targets are compared round by round and the median of those ratios is the figure: what
 * else happened on the machine happened to both halves of a pair. Not thread-safe.
 */
public final class Samples {

    private record Key(Cell cell, String target) {}

    private final Map<Key, List<LoadOutcome>> outcomes = new HashMap<>();

    public void add(Cell cell, String target, LoadOutcome outcome) {
        outcomes.computeIfAbsent(new Key(cell, target), key -> new ArrayList<>())
                .add(outcome);
    }

    /** NaN when the target was not measured in this cell, or answered wrongly. */
    public double median(Cell cell, String target, ToDoubleFunction<LoadOutcome> figure) {
        return Figures.median(figures(cell, target, figure));
    }

    /** The median of {@code figure(target) / figure(base)} over the rounds; NaN when one of them is missing. */
    public double ratio(Cell cell, String target, String base, ToDoubleFunction<LoadOutcome> figure) {
        return Figures.median(ratios(cell, target, base, figure));
    }

    /** {@code figure(target) / figure(base)} of each round. */
    public double[] ratios(Cell cell, String target, String base, ToDoubleFunction<LoadOutcome> figure) {
        return ratios(figures(cell, target, figure), figures(cell, base, figure));
    }

    /** As {@link #ratio}, of what each adds to {@code floor}. */
    public double addedRatio(
            Cell cell, String target, String base, String floor, ToDoubleFunction<LoadOutcome> figure) {
        double[] floors = figures(cell, floor, figure);
        return Figures.median(
                ratios(minus(figures(cell, target, figure), floors), minus(figures(cell, base, figure), floors)));
    }

    private static double[] ratios(double[] values, double[] bases) {
        double[] ratios = new double[Math.min(values.length, bases.length)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = values[i] / bases[i];
        }
        return ratios;
    }

    private static double[] minus(double[] values, double[] floors) {
        double[] added = new double[Math.min(values.length, floors.length)];
        for (int i = 0; i < added.length; i++) {
            added[i] = values[i] - floors[i];
        }
        return added;
    }

    private double[] figures(Cell cell, String target, ToDoubleFunction<LoadOutcome> figure) {
        List<LoadOutcome> all = outcomes.getOrDefault(new Key(cell, target), List.of());
        if (all.stream().anyMatch(outcome -> outcome.fault() != null)) {
            return new double[0];
        }
        return all.stream().mapToDouble(figure).toArray();
    }
}
