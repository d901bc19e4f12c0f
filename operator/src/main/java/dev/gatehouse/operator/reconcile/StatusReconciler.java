package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.operator.resource.StoredObject;
import dev.gatehouse.operator.status.Desired;
import dev.gatehouse.operator.status.Notices;
import dev.gatehouse.operator.status.SameStatus;
import dev.gatehouse.operator.status.Situation;
import dev.gatehouse.operator.world.Inbox;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the status of one kind's objects true. The leader writes, by server-side apply and only what differs; the others
 * come to the same result and keep it to themselves.
 */
public final class StatusReconciler<R extends StoredObject<?, T>, T extends ObservedStatus> implements Reconciler<R> {

    /** A status that time alone changes is looked at again at the latest after this long. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Binding<R, T> binding;
    private final Desk desk;
    private final Reports reports;
    private final InstantSource clock;
    private final ObjectFeed<R> feed;
    private final OwnWrites<R, T> writes = new OwnWrites<>();

    public StatusReconciler(Binding<R, T> binding, Inbox inbox, Desk desk, Reports reports, InstantSource clock) {
        this.binding = binding;
        this.desk = desk;
        this.reports = reports;
        this.clock = clock;
        this.feed = new ObjectFeed<>(binding, inbox);
    }

    public Binding<R, T> binding() {
        return binding;
    }

    public ObjectFeed<R> feed() {
        return feed;
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        return List.of(feed);
    }

    @Override
    public UpdateControl<R> reconcile(R object, Context<R> context) {
        if (context.getRetryInfo().isPresent()) {
            writes.forget(object);
        }
        ResourceKey key = binding.keyOf(object);
        Optional<Situation> situation = desk.situation().filter(known -> isJudged(known, key, object));
        if (situation.isEmpty() || !desk.mayWrite()) {
            return UpdateControl.noUpdate();
        }
        Instant now = clock.instant();
        T observed = writes.statusOf(object);
        Desired<T> desired = binding.status().status(situation.get(), key, observed, now);
        UpdateControl<R> control =
                SameStatus.of(observed, desired.status()) ? UpdateControl.noUpdate() : write(object, observed, desired);
        desired.nextChange().ifPresent(at -> control.rescheduleAfter(wait(now, at)));
        return control;
    }

    /** An object that is gone, or has another one's name by now, needs no status. */
    @Override
    public ErrorStatusUpdateControl<R> updateErrorStatus(R object, Context<R> context, Exception failure) {
        writes.forget(object);
        boolean gone = failure instanceof KubernetesClientException e
                && (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND || e.getCode() == HttpURLConnection.HTTP_CONFLICT);
        return gone
                ? ErrorStatusUpdateControl.<R>noStatusUpdate().withNoRetry()
                : ErrorStatusUpdateControl.defaultErrorProcessing();
    }

    private UpdateControl<R> write(R object, @Nullable T observed, Desired<T> desired) {
        writes.note(object, desired.status());
        desk.statusWritten();
        reports.tell(object, Notices.between(observed, desired.status()));
        return UpdateControl.patchStatus(StatusPatch.of(binding, object, desired.status()));
    }

    /** What the publisher has not seen yet is reconciled when it has. */
    private static boolean isJudged(Situation situation, ResourceKey key, StoredObject<?, ?> object) {
        return situation
                .published()
                .incarnation(key)
                .filter(ObjectFeed.incarnationOf(object)::equals)
                .isPresent();
    }

    private static Duration wait(Instant now, Instant until) {
        Duration wait = Duration.between(now, until).plusMillis(1);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
