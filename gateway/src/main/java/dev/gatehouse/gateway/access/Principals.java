package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All principals of a configuration, by key and by token. Immutable; what a delta costs follows the delta. */
final class Principals {

    static final Principals NONE = new Principals(
            PersistentTable.<PrincipalKey, Principal>empty(new ByKey()),
            PersistentTable.<TokenDigest, Credential>empty(new ByDigest()));

    private final PersistentTable<PrincipalKey, Principal> byKey;
    private final PersistentTable<TokenDigest, Credential> byDigest;

    private Principals(
            PersistentTable<PrincipalKey, Principal> byKey, PersistentTable<TokenDigest, Credential> byDigest) {
        this.byKey = byKey;
        this.byDigest = byDigest;
    }

    @Nullable
    Principal principal(PrincipalKey key) {
        return byKey.get(key);
    }

    @Nullable
    Credential credential(TokenDigest digest) {
        return byDigest.get(digest);
    }

    int size() {
        return byKey.size();
    }

    void forEach(Consumer<? super Principal> action) {
        byKey.forEach(action);
    }

    /** Takes every token of what is gone or replaced away before it gives new ones, as a token may move between principals. */
    Principals after(AccessDelta delta) {
        if (delta.removedPrincipals().isEmpty() && delta.putPrincipals().isEmpty()) {
            return this;
        }
        var keys = byKey.edit();
        var digests = byDigest.edit();
        for (PrincipalKey key : delta.removedPrincipals()) {
            forgetTokens(key, digests);
            keys.remove(key);
        }
        for (Principal principal : delta.putPrincipals()) {
            forgetTokens(principal.key(), digests);
        }
        for (Principal principal : delta.putPrincipals()) {
            keys.put(principal);
            addTokens(principal, digests);
        }
        return new Principals(keys.done(), digests.done());
    }

    /** What {@code delta} adds to the digest of the state. */
    StateDigest change(AccessDelta delta) {
        StateDigest change = StateDigest.EMPTY;
        for (PrincipalKey key : delta.removedPrincipals()) {
            change = change.minus(share(byKey.get(key)));
        }
        for (Principal principal : delta.putPrincipals()) {
            change = change.minus(share(byKey.get(principal.key()))).plus(share(principal));
        }
        return change;
    }

    private static StateDigest share(@Nullable Principal principal) {
        return principal == null ? StateDigest.EMPTY : AccessConfig.digestOf(principal);
    }

    private void forgetTokens(PrincipalKey key, TableEdit<TokenDigest, Credential> digests) {
        Principal before = byKey.get(key);
        if (before != null) {
            before.tokens().forEach(token -> digests.remove(token.digest()));
        }
    }

    private static void addTokens(Principal principal, TableEdit<TokenDigest, Credential> digests) {
        for (TokenGrant token : principal.tokens()) {
            if (digests.contains(token.digest())) {
                throw new IllegalStateException(
                        "a configuration must not give one token twice: " + token.digest() + " of " + principal.key());
            }
            digests.put(new Credential(principal, token));
        }
    }

    private static final class ByKey implements PersistentTable.Keys<PrincipalKey, Principal> {
        @Override
        public PrincipalKey keyOf(Principal principal) {
            return principal.key();
        }

        @Override
        public long hash(PrincipalKey key) {
            long names = ((long) key.namespace().hashCode() << 32) ^ key.name().hashCode();
            return names * 31 + key.kind().label().hashCode();
        }
    }

    private static final class ByDigest implements PersistentTable.Keys<TokenDigest, Credential> {
        @Override
        public TokenDigest keyOf(Credential credential) {
            return credential.token().digest();
        }

        @Override
        public long hash(TokenDigest digest) {
            return digest.a();
        }
    }
}
