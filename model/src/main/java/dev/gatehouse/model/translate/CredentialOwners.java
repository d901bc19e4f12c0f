package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Who holds what identifies a principal, of both sorts. */
record CredentialOwners(
        SoleOwners<TokenGrant, TokenDigest> tokens, SoleOwners<ServiceAccountId, ServiceAccountId> serviceAccounts) {

    static CredentialOwners none() {
        return new CredentialOwners(
                new SoleOwners<>(PrincipalEntry::tokens, TokenGrant::digest),
                new SoleOwners<>(PrincipalEntry::serviceAccounts, Function.identity()));
    }

    void add(PrincipalEntry entry) {
        tokens.add(entry);
        serviceAccounts.add(entry);
    }

    void remove(PrincipalEntry entry) {
        tokens.remove(entry);
        serviceAccounts.remove(entry);
    }

    /** Whether a credential of {@code entry} became or ceased to be contested since {@link #settle()}. */
    boolean isTouched(PrincipalEntry entry) {
        return tokens.isTouched(entry) || serviceAccounts.isTouched(entry);
    }

    /** All of these. */
    Set<PrincipalEntry> touched() {
        var touched = new HashSet<>(tokens.touched());
        touched.addAll(serviceAccounts.touched());
        return touched;
    }

    void settle() {
        tokens.settle();
        serviceAccounts.settle();
    }
}
