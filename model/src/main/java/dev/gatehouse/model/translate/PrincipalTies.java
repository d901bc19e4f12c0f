package dev.gatehouse.model.translate;

import java.util.Set;

/** What ties principals to one another and to the rest of the world: credentials that two may claim, and what tokens are read from. */
record PrincipalTies(CredentialOwners owners, InputReaders inputs) {

    static PrincipalTies none() {
        return new PrincipalTies(CredentialOwners.none(), new InputReaders());
    }

    void add(PrincipalEntry entry) {
        owners.add(entry);
        inputs.add(entry);
    }

    void remove(PrincipalEntry entry) {
        owners.remove(entry);
        inputs.remove(entry);
    }

    /** Those whose tokens have to be read again. */
    Set<PrincipalEntry> readersOf(ChangedInputs changed) {
        return inputs.of(changed);
    }
}
