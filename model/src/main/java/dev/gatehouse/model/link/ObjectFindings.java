package dev.gatehouse.model.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong or odd about the objects of a cluster, as far as it is told: mistakes come before warnings.
 *
 * @param more how many there are that are not told
 */
public record ObjectFindings(List<ObjectFinding> told, int more) {

    /** So many are told. */
    public static final int MOST = 1_000;

    public static final ObjectFindings NONE = new ObjectFindings(List.of(), 0);

    public ObjectFindings {
        told = List.copyOf(told);
        if (told.size() > MOST || more < 0) {
            throw new IllegalArgumentException("at most " + MOST + " findings are told");
        }
    }

    /** Those that fit; the order among mistakes and among warnings stays. */
    public static ObjectFindings of(List<ObjectFinding> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(ObjectFinding::error).reversed());
        int told = Math.min(MOST, sorted.size());
        return new ObjectFindings(sorted.subList(0, told), sorted.size() - told);
    }
}
