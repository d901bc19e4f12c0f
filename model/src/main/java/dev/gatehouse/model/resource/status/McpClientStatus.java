package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.model.resource.McpClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of {@link McpClient a client}.
 *
 * @param tokens in the order of the spec, then the issued ones
 * @param servers the keys of the servers that its rules lead to, sorted
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpClientStatus(
        long observedGeneration,
        List<Condition> conditions,
        List<TokenStatus> tokens,
        List<String> servers,
        List<String> warnings)
        implements ObservedStatus {

    public McpClientStatus(
            long observedGeneration,
            @Nullable List<Condition> conditions,
            @Nullable List<TokenStatus> tokens,
            @Nullable List<String> servers,
            @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = conditions == null ? List.of() : List.copyOf(conditions);
        this.tokens = tokens == null ? List.of() : List.copyOf(tokens);
        this.servers = servers == null ? List.of() : List.copyOf(servers);
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
