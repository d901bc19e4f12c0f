package dev.gatehouse.model.translate.memory;

import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Who holds what identifies a principal, of both sorts. */
public record CredentialOwners(
        SoleOwners<TokenGrant, TokenDigest> tokens, SoleOwners<ServiceAccountId, ServiceAccountId> serviceAccounts) {

    static CredentialOwners none() {
        return new CredentialOwners(
                new SoleOwners<>(Remembered::tokens, TokenGrant::digest),
                new SoleOwners<>(Remembered::serviceAccounts, Function.identity()));
    }

    void add(Remembered entry) {
        tokens.add(entry);
        serviceAccounts.add(entry);
    }

    void remove(Remembered entry) {
        tokens.remove(entry);
        serviceAccounts.remove(entry);
    }

    /** Whether a credential of {@code entry} became or ceased to be contested since {@link #settle()}. */
    public boolean isTouched(Remembered entry) {
        return tokens.isTouched(entry) || serviceAccounts.isTouched(entry);
    }

    /** All of these. */
    public Set<Remembered> touched() {
        var touched = new HashSet<>(tokens.touched());
        touched.addAll(serviceAccounts.touched());
        return touched;
    }

    public void settle() {
        tokens.settle();
        serviceAccounts.settle();
    }
}
