package dev.gatehouse.operator.watch;

import dev.gatehouse.operator.world.Change;
import dev.gatehouse.operator.world.Inbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.function.Function;

/**
 * One informer on a kind that is not Gatehouse's own. It connects again by itself, for ever; while it is cut off the world
 * stays as it was, and when it is back what is missing is made up for.
 */
final class PlainWatch<R extends HasMetadata> implements ResourceEventHandler<R>, AutoCloseable {

    private final Inbox inbox;
    private final Function<R, Change> put;
    private final Function<R, Change> gone;
    private final SharedIndexInformer<R> informer;

    PlainWatch(Informable<R> objects, Inbox inbox, Function<R, Change> put, Function<R, Change> gone) {
        this.inbox = inbox;
        this.put = put;
        this.gone = gone;
        this.informer = objects.runnableInformer(0);
    }

    void start() {
        informer.exceptionHandler((started, failure) -> true);
        informer.addEventHandler(this);
        var _ = informer.start();
    }

    boolean hasSynced() {
        return informer.hasSynced();
    }

    @Override
    public void onAdd(R object) {
        inbox.add(object.isMarkedForDeletion() ? gone.apply(object) : put.apply(object));
    }

    @Override
    public void onUpdate(R before, R object) {
        onAdd(object);
    }

    @Override
    public void onDelete(R object, boolean unseen) {
        inbox.add(gone.apply(object));
    }

    @Override
    public void close() {
        informer.stop();
    }
}
