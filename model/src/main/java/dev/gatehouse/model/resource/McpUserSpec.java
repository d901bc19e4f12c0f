package dev.gatehouse.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link McpUser} says. Tokens as in {@link McpClientSpec}; without a role a user is a standard one. */
public record McpUserSpec(
        @Nullable String displayName,
        @Nullable String email,
        Role role,
        List<TokenSource> tokens,
        @Nullable IssuedToken issue,
        List<Rule> allow,
        List<AllowListRef> allowListRefs,
        @Nullable ClientLimits limits,
        boolean suspend) {

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
