package dev.gatehouse.gateway.audit;

/** Takes audit events. Safe for use by many threads; {@link #record} must be cheap enough for the hot path. */
public interface AuditSink extends AutoCloseable {

    /** Takes the event before the answer goes out; it is written soon after. */
    void record(AuditEvent event);

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
            public void record(AuditEvent event) {}

            @Override
            public void close() {}
        };
    }
}
