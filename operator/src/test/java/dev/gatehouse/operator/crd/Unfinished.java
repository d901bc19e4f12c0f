package dev.gatehouse.operator.crd;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;

/** What a schema leaves open: a field without a description, a list, map or text without an upper bound. */
final class Unfinished {

    private final List<String> complaints = new ArrayList<>();

    private Unfinished() {}

    static List<String> of(JSONSchemaProps root) {
        var unfinished = new Unfinished();
        root.getProperties().forEach((name, property) -> unfinished.field(name, property));
        return unfinished.complaints;
    }

    private void field(String path, JSONSchemaProps schema) {
        if (schema.getDescription() == null || schema.getDescription().isBlank()) {
            complaints.add(path + " has no description");
        }
        value(path, schema);
    }

    private void value(String path, JSONSchemaProps schema) {
        boolean listed = schema.getEnum() != null && !schema.getEnum().isEmpty();
        boolean closed = listed || "date-time".equals(schema.getFormat());
        if ("string".equals(schema.getType()) && !closed && schema.getMaxLength() == null) {
            complaints.add(path + " has no longest text");
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> field(path + "." + name, property));
        }
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            if (schema.getMaxItems() == null) {
                complaints.add(path + " has no longest list");
            }
            value(path + "[]", schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            if (schema.getMaxProperties() == null) {
                complaints.add(path + " has no largest map");
            }
            value(path + "{}", schema.getAdditionalProperties().getSchema());
        }
    }
}
