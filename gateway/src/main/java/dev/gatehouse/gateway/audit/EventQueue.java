package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.ledger.LedgerEvent;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to the writer, bounded. A writer that has nothing to do is woken by the next event; one that is at
 * work is not, so that under load no request pays for a wake-up.
 */
final class EventQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final @Nullable LedgerEvent[] ring;
    private int head;
    private int size;
    private boolean writerSleeps;
    private boolean closed;
    private boolean overrun;
    private long dropped;

    EventQueue(int capacity) {
        ring = new LedgerEvent[capacity];
    }

    /**
     * Takes the event. When full it waits, but only the first event of an overrun does: a destination that hangs may cost
     * events, which are counted, and must not stop the gateway.
     *
     * @return false: dropped and counted
     */
    boolean put(LedgerEvent event, long maxWaitNanos) {
        lock.lock();
        try {
            if (size == ring.length && !overrun && !closed) {
                overrun = !awaitSpace(maxWaitNanos);
            }
            if (size == ring.length || closed) {
                dropped++;
                return false;
            }
            ring[(head + size++) % ring.length] = event;
            if (writerSleeps) {
                writerSleeps = false;
                notEmpty.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Moves what is there to {@code batch}, waiting for a first event if there is none. False: closed and empty. */
    boolean take(List<LedgerEvent> batch) {
        lock.lock();
        try {
            while (size == 0 && !closed) {
                writerSleeps = true;
                notEmpty.awaitUninterruptibly();
            }
            writerSleeps = false;
            while (size > 0) {
                LedgerEvent event = ring[head];
                if (event != null) {
                    batch.add(event);
                }
                ring[head] = null;
                head = (head + 1) % ring.length;
                size--;
            }
            overrun = false;
            notFull.signalAll();
            return !batch.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** How many events were dropped since the last time somebody asked. */
    long takeDropped() {
        lock.lock();
        try {
            long count = dropped;
            dropped = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a pause of the writer end early, and nothing more in. */
    void close() {
        lock.lock();
        try {
            closed = true;
            notEmpty.signalAll();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets events gather, so that one write carries many. Ends early on close or when half full. */
    void gather(long nanos) {
        pause(nanos, ring.length / 2);
    }

    /** Waits before another try. Ends early on close only. */
    void pause(long nanos) {
        pause(nanos, Integer.MAX_VALUE);
    }

    private void pause(long nanos, int untilSize) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closed && size < untilSize) {
                left = notEmpty.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitSpace(long nanos) {
        try {
            long left = nanos;
            notEmpty.signal();
            while (size == ring.length && !closed && left > 0) {
                left = notFull.awaitNanos(left);
            }
            return size < ring.length;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return size < ring.length;
        }
    }
}
