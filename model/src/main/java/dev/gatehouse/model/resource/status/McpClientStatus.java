package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.McpClient;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of {@link McpClient a client}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpClientStatus(
        @JsonPropertyDescription("The generation of the spec that was judged.") @Min(0)
        long observedGeneration,

        @JsonPropertyDescription("One of each type.") @Size(max = Bounded.MOST_CONDITIONS)
        List<Condition> conditions,

        @JsonPropertyDescription("In the order of the spec, then the issued ones.") @Size(max = Bounded.MOST_TOKENS)
        List<TokenStatus> tokens,

        @JsonPropertyDescription("The keys of the servers that the rules lead to, sorted.")
        @Size(max = Bounded.MOST_SERVERS)
        List<@Size(max = 62) String> servers,

        @JsonPropertyDescription("What works and deserves a look.") @Size(max = Bounded.MOST_WARNINGS)
        List<@Size(max = Bounded.LONGEST_SENTENCE) String> warnings)
        implements ObservedStatus {

    public McpClientStatus(
            long observedGeneration,
            @Nullable List<Condition> conditions,
            @Nullable List<TokenStatus> tokens,
            @Nullable List<String> servers,
            @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = Bounded.list(conditions, Bounded.MOST_CONDITIONS);
        this.tokens = Bounded.list(tokens, Bounded.MOST_TOKENS);
        this.servers = Bounded.list(servers, Bounded.MOST_SERVERS);
        this.warnings = Bounded.sentences(warnings);
    }

    /** Follows from {@code tokens}: columns of {@code kubectl get} cannot count. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @JsonPropertyDescription("How many of the tokens authenticate, such as 1/2.")
    @Size(max = 16)
    public String activeTokens() {
        return ActiveTokens.of(tokens);
    }
}
