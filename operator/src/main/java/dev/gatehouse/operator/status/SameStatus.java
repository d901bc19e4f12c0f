package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.McpAllowListStatus;
import dev.gatehouse.model.resource.status.McpClientStatus;
import dev.gatehouse.model.resource.status.McpGatewayStatus;
import dev.gatehouse.model.resource.status.McpServerStatus;
import dev.gatehouse.model.resource.status.McpUserStatus;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.model.resource.status.ReplicaStatus;
import dev.gatehouse.model.resource.status.TokenStatus;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether two statuses say the same. Lists whose entries have names are kept by the API server in an order of its own, which
 * says nothing.
 */
public final class SameStatus {

    private SameStatus() {}

    public static boolean of(@Nullable ObservedStatus stored, ObservedStatus desired) {
        return stored != null && ordered(stored).equals(ordered(desired));
    }

    private static ObservedStatus ordered(ObservedStatus status) {
        return switch (status) {
            case McpClientStatus(var generation, var conditions, var tokens, var servers, var warnings) ->
                new McpClientStatus(
                        generation,
                        by(conditions, c -> c.type().text()),
                        by(tokens, TokenStatus::name),
                        servers,
                        warnings);
            case McpUserStatus(var generation, var conditions, var tokens, var servers, var warnings) ->
                new McpUserStatus(
                        generation,
                        by(conditions, c -> c.type().text()),
                        by(tokens, TokenStatus::name),
                        servers,
                        warnings);
            case McpServerStatus(var generation, var conditions, var key, var url, var discovered, var warnings) ->
                new McpServerStatus(generation, by(conditions, c -> c.type().text()), key, url, discovered, warnings);
            case McpAllowListStatus(var generation, var conditions, var warnings) ->
                new McpAllowListStatus(generation, by(conditions, c -> c.type().text()), warnings);
            case McpGatewayStatus(
                    var generation,
                    var conditions,
                    var replicas,
                    var inSync,
                    var version,
                    var warnings) ->
                new McpGatewayStatus(
                        generation,
                        by(conditions, c -> c.type().text()),
                        by(replicas, ReplicaStatus::name),
                        inSync,
                        version,
                        warnings);
        };
    }

    private static <E> List<E> by(List<E> entries, Function<E, String> name) {
        return entries.stream().sorted(Comparator.comparing(name)).toList();
    }
}
