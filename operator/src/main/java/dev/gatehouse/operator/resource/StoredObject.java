package dev.gatehouse.operator.resource;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.model.resource.status.ObservedStatus;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of Gatehouse's own objects as the API server stores it. The CRD has judged it when it was written, but perhaps under an
 * older schema: a spec that does not fit is kept as a {@link #misfit}, so that one object never keeps an informer from listing
 * all the others. A status that does not fit counts as absent and is written anew.
 *
 * @param <S> the spec, null while it does not fit
 * @param <T> the status, null until one is written
 */
@SuppressWarnings("serial") // travels as JSON only
public abstract class StoredObject<S, T extends ObservedStatus> extends CustomResource<S, T> implements Namespaced {

    private final Class<S> specType;
    private final Class<T> statusType;
    private @Nullable String misfit;

    StoredObject(Class<S> specType, Class<T> statusType) {
        this.specType = specType;
        this.statusType = statusType;
    }

    /** Why the stored spec is none, as a sentence in a folder's words where that has any; empty if it fits. */
    public final Optional<String> misfit() {
        return Optional.ofNullable(misfit);
    }

    @JsonSetter("spec")
    final void readSpec(JsonNode stored) {
        switch (StoredPart.read(stored, specType)) {
            case StoredPart.Fits<S>(S fitting) -> setSpec(fitting);
            case StoredPart.Misfit<S>(String reason) ->
                misfit = FolderWords.of(getKind(), stored).orElse("spec" + reason + ".");
        }
    }

    @JsonSetter("status")
    final void readStatus(JsonNode stored) {
        if (StoredPart.read(stored, statusType) instanceof StoredPart.Fits<T>(T fitting)) {
            setStatus(fitting);
        }
    }
}
