package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.McpAllowListStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The status of an allow-list. */
public final class AllowListStatus implements StatusOf<McpAllowListStatus> {

    @Override
    public Desired<McpAllowListStatus> status(
            Situation situation, ResourceKey key, @Nullable McpAllowListStatus observed, Instant now) {
        Judgement judgement = situation.judge(key, false);
        var conditions = Conditions.of(judgement, Situation.conditionsOf(observed), now);
        var status = new McpAllowListStatus(judgement.generation(), conditions, Warnings.of(judgement.findings()));
        return new Desired<>(status, Conditions.nextChange(conditions, now));
    }
}
