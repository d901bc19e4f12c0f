package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.translate.memory.SharedInstances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the tokens that a principal declares into digests. A token that cannot be read or is weak is left out alone. */
final class TokenReader {

    private static final TokenDigest OF_NOTHING = TokenDigest.ofToken("");

    private final Environment environment;
    private final Secrets secrets;
    private final Map<ExternalRef, SecretValue> externals;
    private final SharedInstances shared;

    TokenReader(
            Environment environment, Secrets secrets, Map<ExternalRef, SecretValue> externals, SharedInstances shared) {
        this.environment = environment;
        this.secrets = secrets;
        this.externals = externals;
        this.shared = shared;
    }

    List<TokenGrant> read(Declaration declaration, Verdict verdict) {
        var grants = new ArrayList<TokenGrant>();
        var seen = new HashSet<TokenDigest>();
        for (int i = 0; i < declaration.tokens().size(); i++) {
            TokenSource token = declaration.tokens().get(i);
            String path = "spec.tokens[" + i + "]";
            TokenDigest digest = digest(token, declaration.namespace(), path, verdict);
            if (digest != null && seen.add(digest)) {
                grants.add(new TokenGrant(digest, shared.word(token.name()), token.notBefore(), token.expiresAt()));
            } else if (digest != null) {
                verdict.warn(
                        path, path + " is the same token as an earlier one of this object; only the first counts.");
            }
        }
        if (environment.isCluster() && declaration.issue() != null) {
            new IssuedTokens(secrets, shared)
                    .read(declaration, declaration.issue(), verdict).stream()
                            .filter(grant -> seen.add(grant.digest()))
                            .forEach(grants::add);
        }
        return List.copyOf(grants);
    }

    private @Nullable TokenDigest digest(TokenSource token, String namespace, String path, Verdict verdict) {
        if (token.sha256() != null) {
            TokenDigest digest = TokenDigest.parse(token.sha256());
            if (digest.equals(OF_NOTHING)) {
                verdict.add(path + ".sha256", Reason.TOKEN_TOO_WEAK, path + ".sha256 is the digest of an empty text.");
                return null;
            }
            return digest;
        }
        SecretKeyRef ref = token.secretRef();
        SecretValue value = ref != null
                ? secrets.find(namespace, ref, path + ".secretRef", verdict)
                : external(token, path, verdict);
        return value == null ? null : digest(value, path, verdict);
    }

    private @Nullable SecretValue external(TokenSource token, String path, Verdict verdict) {
        String file = token.file();
        ExternalRef ref =
                file != null ? new ExternalRef.File(file) : new ExternalRef.Env(token.env() == null ? "" : token.env());
        SecretValue value = externals.get(ref);
        if (value == null) {
            verdict.add(
                    path,
                    Reason.TOKEN_UNREADABLE,
                    switch (ref) {
                        case ExternalRef.File(String name) ->
                            path + ".file: " + name + " cannot be read; create it, and let the gateway read it.";
                        case ExternalRef.Env(String name) ->
                            path + ".env: the variable " + name + " is not set for the gateway.";
                    });
        }
        return value;
    }

    static @Nullable TokenDigest digest(SecretValue value, String path, Verdict verdict) {
        byte[] token = TokenStrength.withoutNewline(value.bytes());
        String weakness = TokenStrength.weakness(token);
        if (weakness == null) {
            return TokenDigest.ofToken(token);
        }
        verdict.add(path, Reason.TOKEN_TOO_WEAK, path + " " + weakness + "; make one with: openssl rand -hex 32");
        return null;
    }
}
