package dev.gatehouse.operator.crd;

import dev.gatehouse.model.resource.DataKey;
import dev.gatehouse.model.resource.DurationText;
import dev.gatehouse.model.resource.LabelName;
import dev.gatehouse.model.resource.ObjectName;
import dev.gatehouse.model.resource.Syntax;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
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

    /** An API server would quote the pattern of these; CEL says their sentence. */
    private static final List<Syntax> SPOKEN = List.of(ObjectName.SYNTAX, LabelName.SYNTAX, DataKey.SYNTAX);

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
        SPOKEN.stream()
                .filter(syntax -> syntax.pattern().pattern().equals(schema.getPattern()))
                .findFirst()
                .ifPresent(syntax -> speak(syntax, schema));
        if (isSelector(path)) {
            schema.setXKubernetesMapType("atomic");
        }
    }

    private static void speak(Syntax syntax, JSONSchemaProps schema) {
        schema.setXKubernetesValidations(List.of(new ValidationRuleBuilder()
                .withRule("self.matches(r'" + schema.getPattern() + "')")
                .withMessage(syntax.sentence())
                .build()));
        schema.setPattern(null);
    }

    private static boolean isSelector(String path) {
        return path.endsWith(".selector");
    }
}
