package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway found when it asked an upstream.
 *
 * @param protocol the negotiated revision of MCP, such as {@code 2025-11-25}
 * @param tools how many the upstream lists, whoever may use them; likewise prompts and resources
 * @param toolDigests sorted by name, so that a definition that changes after its approval is seen; at most {@value #MOST_TOOL_DIGESTS}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DiscoveredServer(
        @Nullable String protocol, int tools, int prompts, int resources, List<ToolDigest> toolDigests) {

    public static final int MOST_TOOL_DIGESTS = 1_000;

    public DiscoveredServer(
            @Nullable String protocol, int tools, int prompts, int resources, @Nullable List<ToolDigest> toolDigests) {
        this.protocol = protocol;
        this.tools = tools;
        this.prompts = prompts;
        this.resources = resources;
        this.toolDigests = toolDigests == null ? List.of() : List.copyOf(toolDigests);
    }

    /**
     * One tool's definition.
     *
     * @param sha256 of the definition's canonical JSON, hexadecimal
     */
    public record ToolDigest(String name, String sha256) {}
}
