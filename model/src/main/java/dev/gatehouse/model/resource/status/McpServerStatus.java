package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.model.resource.McpServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of {@link McpServer an upstream server}.
 *
 * @param key the one in force in {@code /servers/{key}/mcp}; absent while the server is refused
 * @param url where the gateway forwards to; absent while that cannot be told
 * @param discovered absent until a gateway has asked the upstream
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpServerStatus(
        long observedGeneration,
        List<Condition> conditions,
        @Nullable String key,
        @Nullable String url,
        @Nullable DiscoveredServer discovered,
        List<String> warnings)
        implements ObservedStatus {

    public McpServerStatus(
            long observedGeneration,
            @Nullable List<Condition> conditions,
            @Nullable String key,
            @Nullable String url,
            @Nullable DiscoveredServer discovered,
            @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = conditions == null ? List.of() : List.copyOf(conditions);
        this.key = key;
        this.url = url;
        this.discovered = discovered;
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
