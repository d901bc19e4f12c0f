package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.operator.resource.StoredObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was written and has not come back through the watch yet. Without it an object that is reconciled right after a write
 * would be compared with what it said before. Thread-safe.
 */
final class OwnWrites<R extends StoredObject<?, T>, T extends ObservedStatus> {

    private final Map<String, Written<T>> byUid = new ConcurrentHashMap<>();

    /** @param over the version of the object that the status was written over */
    private record Written<T>(String over, T status) {}

    /** The object's status, newer than the informer's if the informer is behind. */
    @Nullable
    T statusOf(R object) {
        String uid = object.getMetadata().getUid();
        Written<T> written = byUid.get(uid);
        if (written != null && !written.over().equals(object.getMetadata().getResourceVersion())) {
            byUid.remove(uid);
            written = null;
        }
        return written == null ? object.getStatus() : written.status();
    }

    void note(R object, T status) {
        byUid.put(
                object.getMetadata().getUid(),
                new Written<>(object.getMetadata().getResourceVersion(), status));
    }

    /** The write has failed. */
    void forget(R object) {
        byUid.remove(object.getMetadata().getUid());
    }
}
