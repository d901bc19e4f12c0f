package dev.gatehouse.operator.lease;

import java.util.Optional;

/** Where the lease is kept. Any failure is a {@link RuntimeException}: it means that nothing is known. */
public interface LeaseStore {

    Optional<LeaseState> read();

    /** Fails if there is one already. */
    void create(LeaseState first);

    /** Fails if it has changed since it was read. */
    void replace(LeaseState next);
}
