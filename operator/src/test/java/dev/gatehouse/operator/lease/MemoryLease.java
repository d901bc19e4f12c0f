package dev.gatehouse.operator.lease;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lease in memory, as strict about versions as an API server; it can be unreachable. */
final class MemoryLease implements LeaseStore {

    private @Nullable LeaseState stored;
    private int version;
    private boolean unreachable;

    void setUnreachable(boolean unreachable) {
        this.unreachable = unreachable;
    }

    @Override
    public synchronized Optional<LeaseState> read() {
        check(true, "unreachable");
        return Optional.ofNullable(stored);
    }

    @Override
    public synchronized void create(LeaseState first) {
        check(stored == null, "there is one already");
        store(first);
    }

    @Override
    public synchronized void replace(LeaseState next) {
        check(stored != null && stored.resourceVersion().equals(next.resourceVersion()), "changed meanwhile");
        store(next);
    }

    private void store(LeaseState next) {
        version++;
        stored = new LeaseState(
                next.holder(),
                next.duration(),
                next.acquiredAt(),
                next.renewedAt(),
                next.transitions(),
                Integer.toString(version));
    }

    private void check(boolean fine, String otherwise) {
        if (unreachable || !fine) {
            throw new IllegalStateException(otherwise);
        }
    }
}
