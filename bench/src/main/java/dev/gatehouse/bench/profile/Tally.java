package dev.gatehouse.bench.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights added up by name. Not thread-safe. */
final class Tally {

    private final Map<String, Double> weights = new HashMap<>();

    void add(String name, double weight) {
        weights.merge(name, weight, Double::sum);
    }

    double total() {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double of(String name) {
        return weights.getOrDefault(name, 0.0);
    }

    /** The heaviest first. */
    List<Share> shares() {
        return weights.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Share share) -> -share.weight)
                        .thenComparing(Share::name))
                .toList();
    }

    /** As {@link #shares}, scaled to a sum of {@code total}; empty when nothing was added. */
    List<Share> sharesOf(double total) {
        double scale = total / total();
        return shares().stream()
                .map(share -> new Share(share.name, share.weight * scale))
                .toList();
    }

    record Share(String name, double weight) {}
}
