package dev.gatehouse.operator.reconcile;

import dev.gatehouse.operator.status.Situation;
import java.util.Optional;

/** What the reconcilers of all kinds work with. Thread-safe. */
public interface Desk {

    /** Whether this operator may write at this very moment. */
    boolean mayWrite();

    /** Empty until the first world was published. */
    Optional<Situation> situation();

    void statusWritten();
}
