package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object that declares rules of its own.
 *
 * @param path of the rules in it
 */
public record RuleHolder(Resource object, String path, List<Rule> rules) {

    /** Empty for an object of a kind that declares none. */
    public static Optional<RuleHolder> of(@Nullable Resource object) {
        return switch (object) {
            case McpAllowList list -> Optional.of(of(list));
            case McpClient client -> Optional.of(of(client));
            case McpUser user -> Optional.of(of(user));
            case McpServer _, McpGateway _, Secret _, Namespace _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    public static Stream<RuleHolder> in(World world) {
        return Stream.of(
                        world.allowLists().stream().map(RuleHolder::of),
                        world.clients().stream().map(RuleHolder::of),
                        world.users().stream().map(RuleHolder::of))
                .flatMap(holders -> holders);
    }

    /** Whether one of the rules names one of these servers. */
    public boolean names(Predicate<ServerId> servers) {
        return rules.stream().map(this::serverOf).anyMatch(servers);
    }

    ServerId serverOf(Rule rule) {
        String namespace = rule.namespace();
        return new ServerId(namespace == null ? object.metadata().namespace() : namespace, rule.server());
    }

    private static RuleHolder of(McpAllowList list) {
        return new RuleHolder(list, "spec.rules", list.spec().rules());
    }

    private static RuleHolder of(McpClient client) {
        return new RuleHolder(client, RuleSet.INLINE, client.spec().allow());
    }

    private static RuleHolder of(McpUser user) {
        return new RuleHolder(user, RuleSet.INLINE, user.spec().allow());
    }
}
