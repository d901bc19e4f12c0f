package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.McpUserSpec;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.ServiceAccountRef;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.translate.memory.SecretName;
import dev.gatehouse.model.translate.memory.SharedInstances;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a client and a user have in common: an identity that declares tokens and rights. */
record Declaration(
        Resource resource,
        PrincipalKind kind,
        @Nullable Role role,
        List<TokenSource> tokens,
        @Nullable IssuedToken issue,
        List<ServiceAccountRef> serviceAccounts,
        List<Rule> allow,
        List<AllowListRef> allowListRefs,
        @Nullable ClientLimits limits,
        boolean suspend) {

    static Declaration of(McpClient client) {
        McpClientSpec spec = client.spec();
        return new Declaration(
                client,
                PrincipalKind.CLIENT,
                null,
                spec.tokens(),
                spec.issue(),
                spec.serviceAccounts(),
                spec.allow(),
                spec.allowListRefs(),
                spec.limits(),
                spec.suspend());
    }

    static Declaration of(McpUser user) {
        McpUserSpec spec = user.spec();
        return new Declaration(
                user,
                PrincipalKind.USER,
                spec.role(),
                spec.tokens(),
                spec.issue(),
                List.of(),
                spec.allow(),
                spec.allowListRefs(),
                spec.limits(),
                spec.suspend());
    }

    String namespace() {
        return resource.metadata().namespace();
    }

    /** What its tokens are read from, there or not. The same one may come twice. */
    void forEachInput(Consumer<SecretName> secrets, Consumer<ExternalRef> externals) {
        if (issue != null) {
            secrets.accept(new SecretName(namespace(), issue.secretName()));
        }
        for (TokenSource token : tokens) {
            if (token.secretRef() != null) {
                secrets.accept(new SecretName(namespace(), token.secretRef().name()));
            } else if (token.file() != null) {
                externals.accept(new ExternalRef.File(token.file()));
            } else if (token.env() != null) {
                externals.accept(new ExternalRef.Env(token.env()));
            }
        }
    }

    PrincipalKey key(SharedInstances shared) {
        return new PrincipalKey(
                kind, shared.word(namespace()), resource.metadata().name());
    }
}
