package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.DiscoveryStatus;
import dev.gatehouse.model.resource.status.McpServerStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The status of an upstream server, with what the gateways found it to offer. */
public final class ServerStatus implements StatusOf<McpServerStatus> {

    @Override
    public Desired<McpServerStatus> status(
            Situation situation, ResourceKey key, @Nullable McpServerStatus observed, Instant now) {
        Resource resource = situation.published().resource(key).orElse(null);
        boolean suspended =
                resource instanceof McpServer server && server.spec().suspend();
        Judgement judgement = situation.judge(key, suspended);
        var conditions = Conditions.of(judgement, Situation.conditionsOf(observed), now);
        var id = new ServerId(key.namespace(), key.name());
        UpstreamServer inForce = situation.published().server(id).orElse(null);
        var status = new McpServerStatus(
                judgement.generation(),
                conditions,
                inForce == null ? null : inForce.key(),
                inForce == null ? null : inForce.url().toString(),
                discovered(situation, id, observed),
                Warnings.of(judgement.findings()));
        return new Desired<>(status, Conditions.nextChange(conditions, now));
    }

    /** What was found before stands until a gateway finds something else: it is how a changed definition is seen. */
    private static @Nullable DiscoveryStatus discovered(
            Situation situation, ServerId id, @Nullable McpServerStatus observed) {
        DiscoveredServer found = situation.discovered().apply(id);
        if (found == null) {
            return observed == null ? null : observed.discovered();
        }
        return new DiscoveryStatus(
                found.protocol(),
                found.tools(),
                found.prompts(),
                found.resources(),
                found.toolDigests().entrySet().stream()
                        .map(tool -> new DiscoveryStatus.ToolDigest(tool.getKey(), tool.getValue()))
                        .toList());
    }
}
