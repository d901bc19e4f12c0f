package dev.gatehouse.operator.watch;

import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.UpstreamAuth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The Secrets that an object names, whether they are there or not. */
final class SecretNames {

    private SecretNames() {}

    static List<ResourceKey> of(Resource resource) {
        Stream<String> names = switch (resource) {
            case McpClient client ->
                Stream.concat(
                        tokens(client.spec().tokens()),
                        Stream.ofNullable(client.spec().issue()).map(IssuedToken::secretName));
            case McpUser user ->
                Stream.concat(
                        tokens(user.spec().tokens()),
                        Stream.ofNullable(user.spec().issue()).map(IssuedToken::secretName));
            case McpServer server -> credentials(server.spec()).stream();
            case McpAllowList _, McpGateway _, Secret _, Namespace _ -> Stream.empty();
        };
        return names.distinct()
                .map(name -> new ResourceKey(Kind.SECRET, resource.metadata().namespace(), name))
                .toList();
    }

    private static Stream<String> tokens(List<TokenSource> tokens) {
        return tokens.stream()
                .map(TokenSource::secretRef)
                .filter(Objects::nonNull)
                .map(SecretKeyRef::name);
    }

    private static List<String> credentials(McpServerSpec spec) {
        var names = new ArrayList<String>();
        UpstreamAuth auth = spec.auth();
        if (auth != null) {
            if (auth.bearer() != null) {
                names.add(auth.bearer().secretRef().name());
            }
            auth.headers().forEach(header -> names.add(header.secretRef().name()));
        }
        if (spec.tls() != null && spec.tls().caRef() != null) {
            names.add(spec.tls().caRef().name());
        }
        return names;
    }
}
