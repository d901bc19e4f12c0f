package dev.gatehouse.operator.crd;

import dev.gatehouse.model.resource.DurationText;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.Map;

/** Properties of a schema that follow from what it describes. */
final class SchemaTraits {

    /** Lists whose entries have a name of their own: appliers of different fields merge, and a name stands once. */
    private static final Map<String, String> LIST_MAPS = Map.of(
            ".spec.tokens", "name",
            ".spec.serviceAccounts", "name",
            ".status.conditions", "type",
            ".status.tokens", "name",
            ".status.replicas", "name",
            ".status.discovered.toolDigests", "name");

    private SchemaTraits() {}

    static void complete(JSONSchemaProps schema, String path) {
        String key = LIST_MAPS.get(path);
        if (key != null) {
            schema.setXKubernetesListType("map");
            schema.setXKubernetesListMapKeys(List.of(key));
        } else if ("array".equals(schema.getType())) {
            schema.setXKubernetesListType("atomic");
        }
        if (DurationText.SYNTAX.equals(schema.getPattern())) {
            schema.setFormat("duration");
        }
        if (isSelector(path)) {
            schema.setXKubernetesMapType("atomic");
        }
    }

    private static boolean isSelector(String path) {
        return path.endsWith(".selector");
    }
}
