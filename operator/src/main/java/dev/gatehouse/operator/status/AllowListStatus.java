package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Rule;
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
        List<Rule> rules = situation.published().resource(key).orElse(null) instanceof McpAllowList list
                ? list.spec().rules()
                : List.of();
        List<String> unmatched = UnmatchedRules.warnings(
                situation,
                rules,
                "spec.rules",
                key.namespace(),
                judgement.findings(),
                observed == null ? List.of() : observed.warnings());
        var status = new McpAllowListStatus(
                judgement.generation(), conditions, Warnings.withFurther(Warnings.of(judgement.findings()), unmatched));
        return new Desired<>(status, Conditions.nextChange(conditions, now));
    }
}
