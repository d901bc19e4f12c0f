package dev.gatehouse.operator.publish;

import dev.gatehouse.model.link.ObjectFinding;
import dev.gatehouse.model.link.ObjectFindings;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.operator.fleet.Fleet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells gateways what is wrong or odd about the objects, for the admins who ask there. It waits for a moment for what else
 * changes, on a thread of its own: nobody's rights wait for a finding.
 */
public final class FindingsFeed implements PublishedListener, AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What does not fit into this version may say so by quoting it, which the status of that one object may do. */
    private static final String UNREADABLE = "The object does not fit what this version knows; its status says where.";

    private final Fleet fleet;
    private final AtomicReference<@Nullable Published> latest = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("findings").daemon().factory(), new DiscardPolicy());

    // of the thread
    private @Nullable List<Finding> told;

    public FindingsFeed(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public void published(Published now, Touched touched, Duration took) {
        if (latest.getAndSet(now) == null) {
            var _ = thread.schedule(this::tell, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void tell() {
        Published now = latest.getAndSet(null);
        if (now != null && !now.findings().equals(told)) {
            told = now.findings();
            fleet.tell(ObjectFindings.of(
                    told.stream().map(finding -> told(finding, now)).toList()));
        }
    }

    private static ObjectFinding told(Finding finding, Published now) {
        boolean unreadable = now.refused().containsKey(finding.resource());
        return ObjectFinding.cut(
                finding.resource(),
                finding.isError(),
                finding.reason().text(),
                finding.path(),
                unreadable ? UNREADABLE : finding.message());
    }
}
