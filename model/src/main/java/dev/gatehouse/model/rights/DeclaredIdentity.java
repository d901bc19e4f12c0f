package dev.gatehouse.model.rights;

import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.ServiceAccountRef;
import dev.gatehouse.model.resource.TokenSource;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A principal as its object declares it.
 *
 * @param otherWays what it may authenticate by, in a cluster, beside its tokens: ServiceAccounts and issued tokens
 */
public record DeclaredIdentity(
        ResourceKey object,
        boolean suspended,
        List<TokenSource> tokens,
        SortedSet<String> otherWays,
        List<Rule> allow,
        List<AllowListRef> allowListRefs) {

    static DeclaredIdentity of(McpClient client) {
        var spec = client.spec();
        return new DeclaredIdentity(
                client.key(),
                spec.suspend(),
                spec.tokens(),
                otherWays(spec.issue(), spec.serviceAccounts()),
                spec.allow(),
                spec.allowListRefs());
    }

    static DeclaredIdentity of(McpUser user) {
        var spec = user.spec();
        return new DeclaredIdentity(
                user.key(),
                spec.suspend(),
                spec.tokens(),
                otherWays(spec.issue(), List.of()),
                spec.allow(),
                spec.allowListRefs());
    }

    boolean declaresToken() {
        return !tokens.isEmpty() || !otherWays.isEmpty();
    }

    private static SortedSet<String> otherWays(@Nullable IssuedToken issue, List<ServiceAccountRef> accounts) {
        var ways = new TreeSet<String>();
        if (issue != null) {
            ways.add("issued token " + issue.secretName());
        }
        accounts.forEach(account -> ways.add("ServiceAccount " + account.name()));
        return ways;
    }
}
