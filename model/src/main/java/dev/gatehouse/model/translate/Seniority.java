package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.Resource;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Decides who keeps a name that several objects claim: the oldest by creation, then the first by namespace and name. An
 * object keeps its name while it is suspended or refused for something else, so that nobody slips into its place.
 */
final class Seniority {

    private static final Comparator<Resource> OLDEST_FIRST = Comparator.<Resource, Instant>comparing(
                    resource -> created(resource))
            .thenComparing(Resource.BY_KEY);

    private Seniority() {}

    static <R extends Resource> Map<String, R> holders(List<R> claimants, Function<R, String> name) {
        var holders = new HashMap<String, R>();
        claimants.forEach(
                claimant -> holders.merge(name.apply(claimant), claimant, BinaryOperator.minBy(OLDEST_FIRST)));
        return holders;
    }

    private static Instant created(Resource resource) {
        Instant created = resource.metadata().creationTimestamp();
        return created == null ? Instant.MAX : created;
    }
}
