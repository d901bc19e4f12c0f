package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.McpClientStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of a client. */
public final class ClientStatus implements StatusOf<McpClientStatus> {

    @Override
    public Desired<McpClientStatus> status(
            Situation situation, ResourceKey key, @Nullable McpClientStatus observed, Instant now) {
        var principal = PrincipalStatus.of(
                situation, key, PrincipalKind.CLIENT, observed, observed == null ? List.of() : observed.tokens(), now);
        var status = new McpClientStatus(
                principal.generation(),
                principal.conditions(),
                principal.tokens(),
                principal.servers(),
                principal.warnings());
        return new Desired<>(status, principal.nextChange());
    }
}
