package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link McpClient} says. */
@ValidationRule(value = IssuedToken.OWN_NAMES, message = IssuedToken.OWN_NAMES_MESSAGE)
public record McpClientSpec(
        @JsonPropertyDescription("For people.") @Size(max = McpAllowListSpec.LONGEST_DESCRIPTION) @Nullable
        String description,

        @JsonPropertyDescription("Tokens, any one of which authenticates: to rotate, list the old and the new one.")
        @Size(max = McpClientSpec.MAX_TOKENS)
        List<TokenSource> tokens,

        @JsonPropertyDescription("A token that the operator mints, keeps in a Secret and rotates.") @Nullable
        IssuedToken issue,

        @JsonPropertyDescription("ServiceAccounts whose projected token with the audience gatehouse authenticates.")
        @Size(max = MAX_SERVICE_ACCOUNTS)
        List<ServiceAccountRef> serviceAccounts,

        @JsonPropertyDescription("Rules that grant. Without any, here or in allowListRefs, nothing is allowed.")
        @Size(max = Rule.MOST_RULES)
        List<Rule> allow,

        @JsonPropertyDescription("Reusable rules that grant as well.") @Size(max = McpClientSpec.MOST_LIST_REFS)
        List<AllowListRef> allowListRefs,

        @JsonPropertyDescription("How much may be asked for, over all sessions together. Default: the gateway's.")
        @Nullable
        ClientLimits limits,

        @JsonPropertyDescription("True: authenticates nobody, and keeps the object.") @Default("false")
        boolean suspend) {

    public static final int MAX_TOKENS = 8;
    public static final int MAX_SERVICE_ACCOUNTS = 16;
    public static final int MOST_LIST_REFS = 100;

    public McpClientSpec(
            @Nullable String description,
            @Nullable List<TokenSource> tokens,
            @Nullable IssuedToken issue,
            @Nullable List<ServiceAccountRef> serviceAccounts,
            @Nullable List<Rule> allow,
            @Nullable List<AllowListRef> allowListRefs,
            @Nullable ClientLimits limits,
            boolean suspend) {
        this.description = description;
        this.tokens = tokens == null ? List.of() : List.copyOf(tokens);
        this.issue = issue;
        this.serviceAccounts = serviceAccounts == null ? List.of() : List.copyOf(serviceAccounts);
        this.allow = allow == null ? List.of() : List.copyOf(allow);
        this.allowListRefs = allowListRefs == null ? List.of() : List.copyOf(allowListRefs);
        this.limits = limits;
        this.suspend = suspend;
    }
}
