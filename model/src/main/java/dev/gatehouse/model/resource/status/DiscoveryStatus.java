package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.Mandatory;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gateway found when it asked an upstream. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DiscoveryStatus(
        @JsonPropertyDescription("The negotiated revision of MCP, such as 2025-11-25.") @Size(max = 32) @Nullable
        String protocol,

        @JsonPropertyDescription("How many tools the upstream lists, whoever may use them.") @Min(0)
        int tools,

        @JsonPropertyDescription("How many prompts the upstream lists.") @Min(0)
        int prompts,

        @JsonPropertyDescription("How many resources the upstream lists.") @Min(0)
        int resources,

        @JsonPropertyDescription(
                "A digest for each tool, so that a definition that changes after its approval is seen; sorted by name.")
        @Size(max = MOST_TOOL_DIGESTS)
        List<ToolDigest> toolDigests) {

    public static final int MOST_TOOL_DIGESTS = 1_000;

    public DiscoveryStatus(
            @Nullable String protocol, int tools, int prompts, int resources, @Nullable List<ToolDigest> toolDigests) {
        this.protocol = protocol;
        this.tools = tools;
        this.prompts = prompts;
        this.resources = resources;
        this.toolDigests = Bounded.list(toolDigests, MOST_TOOL_DIGESTS);
    }

    /** One tool's definition. */
    public record ToolDigest(
            @Mandatory @JsonPropertyDescription("The upstream's own name of the tool.") @Size(max = 256)
            String name,

            @Mandatory
            @JsonPropertyDescription("The hexadecimal SHA-256 of the definition's canonical JSON.")
            @Size(max = 64)
            String sha256) {}
}
