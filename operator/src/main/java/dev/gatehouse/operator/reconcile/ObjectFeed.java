package dev.gatehouse.operator.reconcile;

import dev.gatehouse.operator.resource.Mapped;
import dev.gatehouse.operator.resource.StoredObject;
import dev.gatehouse.operator.world.Change;
import dev.gatehouse.operator.world.Change.Incarnation;
import dev.gatehouse.operator.world.Inbox;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.util.Set;

/**
 * Stands beside a controller's own informer: hears of every object before anything is reconciled and feeds the world, and has
 * objects reconciled whose status may have become another. An object that is being deleted is treated as gone at once: who
 * deletes a client means now, whatever finalizers others have put on it.
 */
public final class ObjectFeed<R extends StoredObject<?, ?>> extends AbstractEventSource<R, R>
        implements ResourceEventAware<R> {

    private final Binding<R, ?> binding;
    private final Inbox inbox;

    ObjectFeed(Binding<R, ?> binding, Inbox inbox) {
        super(binding.type(), "world");
        this.binding = binding;
        this.inbox = inbox;
    }

    @Override
    public void onResourceCreated(R object) {
        inbox.add(change(object));
    }

    @Override
    public void onResourceUpdated(R object, R before) {
        inbox.add(change(object));
    }

    @Override
    public void onResourceDeleted(R object) {
        inbox.add(new Change.Gone(binding.keyOf(object)));
    }

    /** An object that nobody knows any more is not reconciled. */
    public void reconcile(String namespace, String name) {
        if (isRunning()) {
            getEventHandler().handleEvent(new Event(new ResourceID(name, namespace)));
        }
    }

    @Override
    public Set<R> getSecondaryResources(R primary) {
        return Set.of();
    }

    private Change change(R object) {
        if (object.isMarkedForDeletion()) {
            return new Change.Gone(binding.keyOf(object));
        }
        return switch (binding.map().apply(object)) {
            case Mapped.Valid(var resource) -> new Change.Put(resource);
            case Mapped.Invalid(var finding) -> new Change.Refused(incarnationOf(object), finding);
        };
    }

    static Incarnation incarnationOf(StoredObject<?, ?> object) {
        Long generation = object.getMetadata().getGeneration();
        return new Incarnation(object.getMetadata().getUid(), generation == null ? 1 : generation);
    }
}
