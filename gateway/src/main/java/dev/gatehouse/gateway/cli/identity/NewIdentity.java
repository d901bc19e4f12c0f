package dev.gatehouse.gateway.cli.identity;

import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.McpUserSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.TokenSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client or user to be made, with one token. */
public record NewIdentity(String namespace, String name, Profile profile, TokenPlace token, List<Rule> allow) {

    /** The name of the token: a rotation puts {@code next} beside it. */
    public static final String TOKEN_NAME = "current";

    public NewIdentity {
        allow = List.copyOf(allow);
    }

    /** What the two kinds do not share. */
    public sealed interface Profile {

        PrincipalKind kind();

        record Client(@Nullable String description) implements Profile {
            @Override
            public PrincipalKind kind() {
                return PrincipalKind.CLIENT;
            }
        }

        record User(@Nullable String displayName, @Nullable String email, Role role) implements Profile {
            @Override
            public PrincipalKind kind() {
                return PrincipalKind.USER;
            }
        }
    }

    /** The identity and, where its token stands in one, the Secret. */
    public List<Resource> objects() {
        ObjectMeta metadata = ObjectMeta.of(namespace, name);
        Resource principal = switch (profile) {
            case Profile.Client(String description) ->
                new McpClient(metadata, new McpClientSpec(description, tokens(), null, null, allow, null, null, false));
            case Profile.User(String displayName, String email, Role role) ->
                new McpUser(
                        metadata, new McpUserSpec(displayName, email, role, tokens(), null, allow, null, null, false));
        };
        return Stream.concat(Stream.of(principal), secret()).toList();
    }

    /** By the kind as well: a client and a user may have the same name. */
    public String secretName() {
        return name + "-" + profile.kind().label() + "-token";
    }

    private Stream<Secret> secret() {
        return switch (token) {
            case TokenPlace.InSecret(var value) -> Stream.of(TokenSecret.of(namespace, secretName(), value));
            case TokenPlace.Elsewhere elsewhere -> Stream.empty();
            case TokenPlace.InFile file -> Stream.empty();
            case TokenPlace.InVariable variable -> Stream.empty();
        };
    }

    private List<TokenSource> tokens() {
        return List.of(
                switch (token) {
                    case TokenPlace.InSecret secret ->
                        source(new SecretKeyRef(secretName(), SecretKeyRef.DEFAULT_KEY), null, null, null);
                    case TokenPlace.Elsewhere(var digest) -> source(null, digest.hex(), null, null);
                    case TokenPlace.InFile(String path) -> source(null, null, path, null);
                    case TokenPlace.InVariable(String variable) -> source(null, null, null, variable);
                });
    }

    private static TokenSource source(
            @Nullable SecretKeyRef ref, @Nullable String sha256, @Nullable String file, @Nullable String env) {
        return new TokenSource(TOKEN_NAME, ref, sha256, file, env, null, null);
    }
}
