package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.operator.publish.Published;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that statuses are computed from, beside the time.
 *
 * @param since the version from which on an object has been what it is now
 * @param uses when each token of a principal, by its name, was last used as far as gateways have told
 * @param discovered what gateways have found a server to offer, null while none has
 */
public record Situation(
        Published published,
        ToLongFunction<ResourceKey> since,
        FleetView fleet,
        Function<PrincipalKey, Map<String, Instant>> uses,
        Function<ServerId, @Nullable DiscoveredServer> discovered) {

    Judgement judge(ResourceKey key, boolean suspended) {
        long generation = published
                .incarnation(key)
                .orElseThrow(() -> new IllegalStateException("nobody has judged " + key))
                .generation();
        List<Finding> findings = List.copyOf(published.findingsOn(key));
        return new Judgement(generation, findings, suspended, fleet.progress(since.applyAsLong(key)));
    }

    static List<dev.gatehouse.model.resource.status.Condition> conditionsOf(@Nullable ObservedStatus observed) {
        return observed == null ? List.of() : observed.conditions();
    }
}
