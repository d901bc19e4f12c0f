package dev.gatehouse.gateway.cli.manifest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object as a tree, fields in the order of docs/resources.md, without what is absent. It covers what commands
 * make; {@link ReadBack} would notice a field that is not covered.
 */
final class ManifestTree {

    private final IntendedReader target;

    ManifestTree(IntendedReader target) {
        this.target = target;
    }

    ObjectNode of(Resource resource) {
        Kind kind = resource.kind();
        ObjectNode root = object();
        root.put("apiVersion", kind.apiVersion());
        root.put("kind", kind.manifestName());
        metadata(root.putObject("metadata"), resource.metadata());
        var spec = new SpecTree(this);
        switch (resource) {
            case McpServer server -> root.set("spec", spec.of(server.spec()));
            case McpAllowList list -> root.set("spec", spec.of(list.spec()));
            case McpClient client -> root.set("spec", spec.of(client.spec()));
            case McpUser user -> root.set("spec", spec.of(user.spec()));
            case Secret secret -> values(root.putObject("stringData"), secret);
            case McpGateway gateway -> throw notMade(gateway);
            case Namespace namespace -> throw notMade(namespace);
        }
        return root;
    }

    ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Sets a string, unless it is absent. */
    void text(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, escape(value));
        }
    }

    String escape(String value) {
        return target.escape(value);
    }

    private void metadata(ObjectNode node, ObjectMeta metadata) {
        text(node, "name", metadata.name());
        text(node, "namespace", metadata.namespace());
        if (!metadata.labels().isEmpty()) {
            ObjectNode labels = node.putObject("labels");
            new TreeMap<>(metadata.labels()).forEach((label, value) -> text(labels, label, value));
        }
    }

    private void values(ObjectNode node, Secret secret) {
        new TreeMap<>(secret.data()).forEach((key, value) -> text(node, key, value.text()));
    }

    private static IllegalArgumentException notMade(Resource resource) {
        return new IllegalArgumentException(
                "no command makes a " + resource.kind().manifestName());
    }
}
