package dev.gatehouse.operator.crd;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.testbed.TestApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The objects of some manifests in an API server, in the namespaces that they name; gone when closed. Kinds of others are left
 * out, as a folder ignores them.
 */
final class AppliedWorld implements AutoCloseable {

    private final KubernetesClient client;
    private final Map<ResourceKey, HasMetadata> accepted = new TreeMap<>();
    private final Map<ResourceKey, String> refused = new TreeMap<>();

    private AppliedWorld(KubernetesClient client) {
        this.client = client;
    }

    static AppliedWorld of(TestApiServer server, List<Path> manifests) throws IOException {
        var world = new AppliedWorld(server.client());
        for (Path manifest : manifests) {
            byte[] yaml = Files.readString(manifest).getBytes(StandardCharsets.UTF_8);
            for (HasMetadata object :
                    server.client().load(new ByteArrayInputStream(yaml)).items()) {
                world.apply(object);
            }
        }
        return world;
    }

    Set<ResourceKey> accepted() {
        return accepted.keySet();
    }

    /** What the API server said to each object that it did not take. */
    Map<ResourceKey, String> refused() {
        return refused;
    }

    private void apply(HasMetadata object) {
        Optional<Kind> kind = Kind.ofManifestName(object.getKind())
                .filter(known -> known.apiVersion().equals(object.getApiVersion()));
        if (kind.isPresent()) {
            apply(object, kind.get());
        }
    }

    private void apply(HasMetadata object, Kind kind) {
        if (object instanceof Namespace namespace) {
            client.resource(namespace).forceConflicts().serverSideApply();
            return;
        }
        if (object.getMetadata().getNamespace() == null) {
            object.getMetadata().setNamespace(ObjectMeta.DEFAULT_NAMESPACE);
        }
        makeNamespace(object.getMetadata().getNamespace());
        var key = new ResourceKey(
                kind, object.getMetadata().getNamespace(), object.getMetadata().getName());
        try {
            HasMetadata created = client.resource(object)
                    .fieldValidation(FieldValidateable.Validation.STRICT)
                    .create();
            accepted.put(key, created);
        } catch (KubernetesClientException e) {
            refused.put(key, e.getMessage());
        }
    }

    private void makeNamespace(String name) {
        if (client.namespaces().withName(name).get() == null) {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .create();
        }
    }

    @Override
    public void close() {
        accepted.values().forEach(object -> client.resource(object).delete());
    }
}
