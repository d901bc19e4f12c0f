package dev.gatehouse.testbed;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A namespace of a {@link TestApiServer}, for one test. */
public record TestNamespace(TestApiServer server, String name) {

    private static final String FIELD_MANAGER = "testbed";

    /**
     * Applies every object of {@code yaml} server-side, as GitOps tools do, in this namespace unless it names one. Unknown
     * fields are refused.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server refuses one
     */
    public List<HasMetadata> apply(String yaml) {
        var applied = new ArrayList<HasMetadata>();
        for (HasMetadata object : objects(yaml)) {
            applied.add(server.client()
                    .resource(object)
                    .fieldValidation(FieldValidateable.Validation.STRICT)
                    .fieldManager(FIELD_MANAGER)
                    .forceConflicts()
                    .serverSideApply());
        }
        return applied;
    }

    /**
     * Creates every object of {@code yaml}, as {@code kubectl create} does, in this namespace unless it names one. Unknown
     * fields are refused.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server refuses one
     */
    public List<HasMetadata> create(String yaml) {
        var created = new ArrayList<HasMetadata>();
        for (HasMetadata object : objects(yaml)) {
            created.add(server.client()
                    .resource(object)
                    .fieldValidation(FieldValidateable.Validation.STRICT)
                    .create());
        }
        return created;
    }

    /** Reads an object as it is stored, whatever Java class its kind has. */
    public GenericKubernetesResource get(String apiVersion, String kind, String object) {
        return server.client()
                .genericKubernetesResources(apiVersion, kind)
                .inNamespace(name)
                .withName(object)
                .get();
    }

    /** Deletes an object of one of Gatehouse's kinds. */
    public void delete(String kind, String object) {
        server.client()
                .genericKubernetesResources("gatehouse.dev/v1alpha1", kind)
                .inNamespace(name)
                .withName(object)
                .delete();
    }

    private List<HasMetadata> objects(String yaml) {
        List<HasMetadata> objects = server.client()
                .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items();
        objects.stream()
                .filter(object -> object.getMetadata().getNamespace() == null)
                .filter(object -> !(object instanceof io.fabric8.kubernetes.api.model.Namespace))
                .forEach(object -> object.getMetadata().setNamespace(name));
        return objects;
    }
}
