package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All principals of a configuration, by key, by token and by ServiceAccount. Immutable; what a delta costs follows the delta. */
final class PrincipalIndex {

    static final PrincipalIndex NONE = new PrincipalIndex(
            PersistentTable.<PrincipalKey, Principal>empty(new ByKey()),
            PersistentTable.<TokenDigest, Credential>empty(new ByDigest()),
            PersistentTable.<ServiceAccountId, Owner>empty(new ByAccount()));

    private final PersistentTable<PrincipalKey, Principal> byKey;
    private final PersistentTable<TokenDigest, Credential> byDigest;
    private final PersistentTable<ServiceAccountId, Owner> byAccount;

    private record Owner(ServiceAccountId account, Principal principal) {}

    private PrincipalIndex(
            PersistentTable<PrincipalKey, Principal> byKey,
            PersistentTable<TokenDigest, Credential> byDigest,
            PersistentTable<ServiceAccountId, Owner> byAccount) {
        this.byKey = byKey;
        this.byDigest = byDigest;
        this.byAccount = byAccount;
    }

    @Nullable
    Principal principal(PrincipalKey key) {
        return byKey.get(key);
    }

    @Nullable
    Credential credential(TokenDigest digest) {
        return byDigest.get(digest);
    }

    @Nullable
    Principal ownerOf(ServiceAccountId account) {
        Owner owner = byAccount.get(account);
        return owner == null ? null : owner.principal();
    }

    int size() {
        return byKey.size();
    }

    void forEach(Consumer<? super Principal> action) {
        byKey.forEach(action);
    }

    /** Takes away every credential of what is gone or replaced before it gives new ones, as one may move between principals. */
    PrincipalIndex after(AccessDelta delta) {
        if (delta.removedPrincipals().isEmpty() && delta.putPrincipals().isEmpty()) {
            return this;
        }
        var keys = byKey.edit();
        var digests = byDigest.edit();
        var accounts = byAccount.edit();
        for (PrincipalKey key : delta.removedPrincipals()) {
            forget(key, digests, accounts);
            keys.remove(key);
        }
        for (Principal principal : delta.putPrincipals()) {
            forget(principal.key(), digests, accounts);
        }
        for (Principal principal : delta.putPrincipals()) {
            keys.put(principal);
            addTokens(principal, digests);
            addServiceAccounts(principal, accounts);
        }
        return new PrincipalIndex(keys.done(), digests.done(), accounts.done());
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

    private void forget(
            PrincipalKey key, TableEdit<TokenDigest, Credential> digests, TableEdit<ServiceAccountId, Owner> accounts) {
        Principal before = byKey.get(key);
        if (before != null) {
            before.tokens().forEach(token -> digests.remove(token.digest()));
            before.serviceAccounts().forEach(accounts::remove);
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

    private static void addServiceAccounts(Principal principal, TableEdit<ServiceAccountId, Owner> accounts) {
        for (ServiceAccountId account : principal.serviceAccounts()) {
            if (accounts.contains(account)) {
                throw new IllegalStateException("a configuration must not give one ServiceAccount twice: " + account
                        + " of " + principal.key());
            }
            accounts.put(new Owner(account, principal));
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

    private static final class ByAccount implements PersistentTable.Keys<ServiceAccountId, Owner> {
        @Override
        public ServiceAccountId keyOf(Owner owner) {
            return owner.account();
        }

        @Override
        public long hash(ServiceAccountId account) {
            return ((long) account.namespace().hashCode() << 32)
                    ^ account.name().hashCode();
        }
    }
}
