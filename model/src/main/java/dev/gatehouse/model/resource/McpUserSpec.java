package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link McpUser} says. Tokens as in {@link McpClientSpec}; without a role a user is a standard one. */
@ValidationRule(value = IssuedToken.OWN_NAMES, message = IssuedToken.OWN_NAMES_MESSAGE)
public record McpUserSpec(
        @JsonPropertyDescription("For people.") @Size(max = LONGEST_NAME) @Nullable
        String displayName,

        @JsonPropertyDescription("For people.") @Size(max = LONGEST_NAME) @Nullable
        String email,

        @JsonPropertyDescription(
                "User inspects and invokes what its rights cover; Admin also sees every principal and the fleet. Neither can write.")
        @Default("User")
        Role role,

        @JsonPropertyDescription("Tokens, any one of which authenticates: to rotate, list the old and the new one.")
        @Size(max = McpClientSpec.MAX_TOKENS)
        List<TokenSource> tokens,

        @JsonPropertyDescription("A token that the operator mints, keeps in a Secret and rotates.") @Nullable
        IssuedToken issue,

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

    /** Of a person or address, in characters. */
    public static final int LONGEST_NAME = 320;

    public McpUserSpec(
            @Nullable String displayName,
            @Nullable String email,
            @Nullable Role role,
            @Nullable List<TokenSource> tokens,
            @Nullable IssuedToken issue,
            @Nullable List<Rule> allow,
            @Nullable List<AllowListRef> allowListRefs,
            @Nullable ClientLimits limits,
            boolean suspend) {
        this.displayName = displayName;
        this.email = email;
        this.role = role == null ? Role.USER : role;
        this.tokens = tokens == null ? List.of() : List.copyOf(tokens);
        this.issue = issue;
        this.allow = allow == null ? List.of() : List.copyOf(allow);
        this.allowListRefs = allowListRefs == null ? List.of() : List.copyOf(allowListRefs);
        this.limits = limits;
        this.suspend = suspend;
    }
}
