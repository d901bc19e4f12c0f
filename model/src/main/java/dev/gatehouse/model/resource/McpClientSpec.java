package dev.gatehouse.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link McpClient} says.
 *
 * @param tokens at most {@value #MAX_TOKENS}; any one valid token authenticates, so a rotation is a list of two
 * @param serviceAccounts at most {@value #MAX_SERVICE_ACCOUNTS}
 * @param suspend true: authenticates nobody and keeps the object
 */
public record McpClientSpec(
        @Nullable String description,
        List<TokenSource> tokens,
        @Nullable IssuedToken issue,
        List<ServiceAccountRef> serviceAccounts,
        List<Rule> allow,
        List<AllowListRef> allowListRefs,
        @Nullable ClientLimits limits,
        boolean suspend) {

    public static final int MAX_TOKENS = 8;
    public static final int MAX_SERVICE_ACCOUNTS = 16;

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
