package dev.gatehouse.operator.crd;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Refuses {@code tools:} with nothing behind it. An API server silently drops the null of a field that may not be null, and
 * what was meant to grant little would then grant a whole server. So every optional field may be null, which keeps it, and a
 * rule beside it refuses it. To CEL an object has a field that is null among its keys, but not in it.
 */
final class FieldsWithoutValue {

    static final String MESSAGE =
            "a field without a value could mean nothing or everything; give it one or leave it out";
    private static final String EVERY_FIELD_HAS_A_VALUE = "dyn(self).all(field, field in dyn(self))";
    private static final String EVERY_KEY_HAS_A_VALUE = "self.all(key, type(self[key]) != null_type)";

    private FieldsWithoutValue() {}

    static void refuse(JSONSchemaProps schema) {
        refuse(schema, List.of());
    }

    /** The keys of a list-map must not be null; theirs becomes the default, which grants nothing. */
    private static void refuse(JSONSchemaProps schema, List<String> mapKeys) {
        if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
            refuseProperties(schema, mapKeys);
        }
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            refuse(schema.getItems().getSchema(), schema.getXKubernetesListMapKeys());
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            schema.getAdditionalProperties().getSchema().setNullable(true);
            add(schema, EVERY_KEY_HAS_A_VALUE);
        }
    }

    private static void refuseProperties(JSONSchemaProps schema, List<String> mapKeys) {
        var optional = new TreeMap<>(schema.getProperties());
        schema.getRequired().forEach(optional::remove);
        mapKeys.forEach(optional::remove);
        if (!optional.isEmpty()) {
            optional.values().forEach(property -> property.setNullable(true));
            add(schema, EVERY_FIELD_HAS_A_VALUE);
        }
        schema.getProperties().values().forEach(FieldsWithoutValue::refuse);
    }

    private static void add(JSONSchemaProps schema, String rule) {
        List<ValidationRule> rules = schema.getXKubernetesValidations();
        var more = rules == null ? new ArrayList<ValidationRule>() : new ArrayList<>(rules);
        more.add(new ValidationRuleBuilder().withRule(rule).withMessage(MESSAGE).build());
        schema.setXKubernetesValidations(more);
    }
}
