package dev.gatehouse.model.translate.memory;

import java.util.Set;

/** What ties principals to one another and to the rest of the world: credentials that two may claim, and what tokens are read from. */
public final class PrincipalTies {

    private final CredentialOwners owners = CredentialOwners.none();
    private final InputReaders inputs = new InputReaders();

    public CredentialOwners owners() {
        return owners;
    }

    /** Those whose tokens have to be read again. */
    public Set<Remembered> readersOf(ChangedInputs changed) {
        return inputs.of(changed);
    }

    void add(Remembered entry) {
        owners.add(entry);
        inputs.add(entry);
    }

    void remove(Remembered entry) {
        owners.remove(entry);
        inputs.remove(entry);
    }
}
