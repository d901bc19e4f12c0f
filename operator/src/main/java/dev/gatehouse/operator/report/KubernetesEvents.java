package dev.gatehouse.operator.report;

import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.reconcile.Reports;
import dev.gatehouse.operator.status.Notice;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes Events, one at a time and beside everything else. They are a courtesy: when there are too many at once, or one cannot
 * be written, it is lost, as the status says the same.
 */
public final class KubernetesEvents implements Reports, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KubernetesEvents.class);
    private static final int MOST_WAITING = 1_000;

    /** In the form that the API server asks for: always six digits of a second. */
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private static final String CONTROLLER = "gatehouse.dev/operator";

    private final KubernetesClient client;
    private final String identity;
    private final InstantSource clock;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private boolean complained;

    public KubernetesEvents(KubernetesClient client, String identity, InstantSource clock) {
        this.client = client;
        this.identity = identity;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("events").start(this::run);
    }

    @Override
    public void tell(HasMetadata object, List<Notice> notices) {
        for (Notice notice : notices) {
            if (!waiting.offer(event(object, notice))) {
                LOG.atDebug()
                        .addKeyValue(OperatorLogKeys.REASON, notice.reason())
                        .log("Too many events; one is dropped");
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                write(waiting.take());
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("No events are written any more");
        }
    }

    private void write(Event event) {
        try {
            client.events()
                    .v1()
                    .events()
                    .inNamespace(event.getMetadata().getNamespace())
                    .resource(event)
                    .create();
        } catch (RuntimeException e) {
            LOG.atLevel(complained ? Level.DEBUG : Level.WARN)
                    .addKeyValue(OperatorLogKeys.REASON, e.getMessage())
                    .log("An event could not be written; further ones are lost in silence");
            complained = true;
        }
    }

    private Event event(HasMetadata object, Notice notice) {
        String now =
                MICROS.format(clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(object.getMetadata().getNamespace())
                .withGenerateName(object.getMetadata().getName() + "-")
                .endMetadata()
                .withEventTime(new MicroTime(now))
                .withReportingController(CONTROLLER)
                .withReportingInstance(identity)
                .withAction("Reconcile")
                .withType(notice.type().text())
                .withReason(notice.reason())
                .withNote(notice.message())
                .withRegarding(new ObjectReferenceBuilder()
                        .withApiVersion(object.getApiVersion())
                        .withKind(object.getKind())
                        .withNamespace(object.getMetadata().getNamespace())
                        .withName(object.getMetadata().getName())
                        .withUid(object.getMetadata().getUid())
                        .build())
                .build();
    }
}
