package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events as JSON lines on a thread of its own. Recording costs a place in a bounded queue. When the destination is
 * slower than the decisions, the queue fills; then recording waits up to {@link #MAX_WAIT} once, and after that drops and
 * counts until there is room again: the count goes to the log, to {@link #dropped} and into the trail itself.
 * Events that could not be written stay in the buffer until the destination takes them.
 */
public final class JsonLinesAudit implements AuditSink {

    static final int CAPACITY = 65_536;
    static final Duration MAX_WAIT = Duration.ofMillis(100);
    private static final Duration GATHER = Duration.ofMillis(5);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(JsonLinesAudit.class);

    private final EventQueue queue;
    private final AuditOutput output;
    private final Clock clock;
    private final JsonLine lines = new JsonLine();
    private final EventJson json = new EventJson(lines);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer;
    private boolean failing;

    JsonLinesAudit(AuditOutput output, Clock clock, int capacity) {
        this.output = output;
        this.clock = clock;
        this.queue = new EventQueue(capacity);
        this.writer = Thread.ofPlatform().name("audit").daemon().unstarted(this::run);
    }

    /** Opens the destination. An unwritable file is an exception here, at the start, rather than lost events later. */
    public static AuditSink open(AuditDestination destination, Clock clock) throws IOException {
        return switch (destination) {
            case AuditDestination.None() -> AuditSink.none();
            case AuditDestination.StandardOutput() -> started(AuditOutput.standardOutput(), clock, CAPACITY);
            case AuditDestination.File(var path) -> started(new AuditFile(path), clock, CAPACITY);
        };
    }

    static JsonLinesAudit started(AuditOutput output, Clock clock, int capacity) {
        var audit = new JsonLinesAudit(output, clock, capacity);
        audit.writer.start();
        return audit;
    }

    @Override
    public void record(LedgerEvent event) {
        if (!queue.put(event, MAX_WAIT.toNanos())) {
            dropped.incrementAndGet();
        }
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        queue.close();
        try {
            if (!writer.join(CLOSE_WITHIN)) {
                LOG.atError().log("The audit destination did not take the last events in time; they are lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<LedgerEvent> batch = new ArrayList<>();
        while (queue.take(batch)) {
            reportDropped();
            batch.forEach(json::write);
            batch.clear();
            deliver();
            queue.gather(GATHER.toNanos());
        }
        reportDropped();
        deliver();
        try {
            output.close();
        } catch (IOException e) {
            LOG.atError().setCause(e).log("Could not close the audit destination");
        }
    }

    private void reportDropped() {
        long count = queue.takeDropped();
        if (count > 0) {
            json.writeGap(clock.instant(), count);
            LOG.atError()
                    .addKeyValue(LogKeys.COUNT, count)
                    .log("Audit events were dropped: the destination is too slow");
        }
    }

    /** Keeps trying: what cannot be written fills the queue behind it, which is bounded and counts what it refuses. */
    private void deliver() {
        var buffer = lines.buffer();
        while (buffer.hasRemaining()) {
            try {
                output.write(buffer);
                failing = false;
            } catch (IOException e) {
                if (!failing) {
                    LOG.atError().setCause(e).log("Could not write audit events; they are kept and tried again");
                }
                failing = true;
                if (queue.isClosed()) {
                    LOG.atError().addKeyValue(LogKeys.BYTES, buffer.remaining()).log("Audit events are lost");
                    break;
                }
                queue.pause(AFTER_FAILURE.toNanos());
            }
        }
        lines.clear();
    }
}
