package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.McpUserStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of a user. */
public final class UserStatus implements StatusOf<McpUserStatus> {

    @Override
    public Desired<McpUserStatus> status(
            Situation situation, ResourceKey key, @Nullable McpUserStatus observed, Instant now) {
        var principal = PrincipalStatus.of(
                situation, key, PrincipalKind.USER, observed, observed == null ? List.of() : observed.tokens(), now);
        var status = new McpUserStatus(
                principal.generation(),
                principal.conditions(),
                principal.tokens(),
                principal.servers(),
                principal.warnings());
        return new Desired<>(status, principal.nextChange());
    }
}
