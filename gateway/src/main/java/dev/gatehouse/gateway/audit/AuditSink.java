package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.ledger.LedgerEvent;
import dev.gatehouse.gateway.ledger.LedgerListener;

/** Writes down what the ledger tells, soon after it was told. Thread-safe. */
public interface AuditSink extends LedgerListener, AutoCloseable {

    /** How many events were lost since the start. */
    default long dropped() {
        return 0;
    }

    /** Writes what was recorded before, then releases the destination. */
    @Override
    void close();

    /** Keeps nothing, for those who chose to have no audit. */
    static AuditSink none() {
        return new AuditSink() {
            @Override
            public void record(LedgerEvent event) {}

            @Override
            public void close() {}
        };
    }
}
