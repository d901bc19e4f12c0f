package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.TokenSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the specs of clients and users have in common, as far as their statuses go. */
record Declared(List<TokenSource> tokens, @Nullable IssuedToken issue, boolean suspend) {

    private static final Declared NOTHING = new Declared(List.of(), null, false);

    /** Of one that cannot be read, nothing is known. */
    static Declared of(@Nullable Resource resource) {
        return switch (resource) {
            case McpClient(var _, var spec) -> new Declared(spec.tokens(), spec.issue(), spec.suspend());
            case McpUser(var _, var spec) -> new Declared(spec.tokens(), spec.issue(), spec.suspend());
            case McpServer _, McpAllowList _, McpGateway _, Secret _, Namespace _ -> NOTHING;
            case null -> NOTHING;
        };
    }
}
