package dev.gatehouse.operator.crd;

import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.operator.resource.Mapped;
import dev.gatehouse.operator.resource.McpAllowListResource;
import dev.gatehouse.operator.resource.McpClientResource;
import dev.gatehouse.operator.resource.McpGatewayResource;
import dev.gatehouse.operator.resource.McpServerResource;
import dev.gatehouse.operator.resource.McpUserResource;
import dev.gatehouse.operator.resource.ResourceMapping;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that an API server holds of the kinds that count, once read as the operator does and once as a folder. */
record StoredWorld(List<Mapped> objects, ManifestSet manifests) {

    static StoredWorld of(KubernetesClient client) {
        KubernetesSerialization json = client.getKubernetesSerialization();
        var reader = new ManifestReader(variable -> null);
        var objects = new ArrayList<Mapped>();
        var manifests = new ArrayList<Manifest>();
        for (Kind kind : Kind.values()) {
            for (GenericKubernetesResource stored : client.genericKubernetesResources(
                            kind.apiVersion(), kind.manifestName())
                    .inAnyNamespace()
                    .list()
                    .getItems()) {
                String text = json.asJson(stored);
                objects.add(map(kind, text, json));
                manifests.add(reader.read(kind + "/" + stored.getMetadata().getUid(), text));
            }
        }
        return new StoredWorld(objects, ManifestSet.of(manifests));
    }

    private static Mapped map(Kind kind, String text, KubernetesSerialization json) {
        return switch (kind) {
            case MCP_SERVER -> ResourceMapping.of(json.unmarshal(text, McpServerResource.class));
            case MCP_ALLOW_LIST -> ResourceMapping.of(json.unmarshal(text, McpAllowListResource.class));
            case MCP_CLIENT -> ResourceMapping.of(json.unmarshal(text, McpClientResource.class));
            case MCP_USER -> ResourceMapping.of(json.unmarshal(text, McpUserResource.class));
            case MCP_GATEWAY -> ResourceMapping.of(json.unmarshal(text, McpGatewayResource.class));
            case SECRET -> new Mapped.Valid(ResourceMapping.of(json.unmarshal(text, Secret.class)));
            case NAMESPACE -> new Mapped.Valid(ResourceMapping.of(json.unmarshal(text, Namespace.class)));
        };
    }

    /** Of what was mapped. */
    List<ResourceKey> keys() {
        return resources().stream().map(Resource::key).toList();
    }

    World mapped() {
        return World.of(resources(), Map.of());
    }

    private List<Resource> resources() {
        return objects.stream()
                .filter(Mapped.Valid.class::isInstance)
                .map(object -> ((Mapped.Valid) object).resource())
                .toList();
    }

    World read() {
        return manifests.world(Map.of());
    }

    List<Finding> misfits() {
        return objects.stream()
                .filter(Mapped.Invalid.class::isInstance)
                .map(object -> ((Mapped.Invalid) object).finding())
                .toList();
    }

    List<ManifestFinding> unreadable() {
        return manifests.findings();
    }
}
