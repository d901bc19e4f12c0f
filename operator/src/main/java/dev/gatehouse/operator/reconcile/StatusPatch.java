package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.operator.resource.StoredObject;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/** What is sent to the API server: the names, the identity and the status of one object, and nothing of its spec. */
final class StatusPatch {

    /** Under this name the API server remembers who wrote which field. */
    static final String FIELD_MANAGER = "gatehouse";

    private StatusPatch() {}

    /** Carries the uid, so that a status never lands on another object that has taken the name. */
    static <R extends StoredObject<?, T>, T extends ObservedStatus> R of(Binding<R, T> binding, R object, T status) {
        R patch = binding.empty().get();
        patch.setMetadata(new ObjectMetaBuilder()
                .withNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName())
                .withUid(object.getMetadata().getUid())
                .build());
        patch.setStatus(status);
        return patch;
    }
}
