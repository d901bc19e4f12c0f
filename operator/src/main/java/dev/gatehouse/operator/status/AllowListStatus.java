package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.McpAllowListStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of an allow-list. */
public final class AllowListStatus implements StatusOf<McpAllowListStatus> {

    @Override
    public Desired<McpAllowListStatus> status(
            Situation situation, ResourceKey key, @Nullable McpAllowListStatus observed, Instant now) {
        Judgement judgement = situation.judge(key, false);
        var conditions = Conditions.of(judgement, Situation.conditionsOf(observed), now);
        List<String> unmatched = UnmatchedRules.warnings(situation, key, judgement.findings(), observed);
        var status = new McpAllowListStatus(
                judgement.generation(), conditions, Warnings.withFurther(Warnings.of(judgement.findings()), unmatched));
        return new Desired<>(status, Conditions.nextChange(conditions, now));
    }
}
