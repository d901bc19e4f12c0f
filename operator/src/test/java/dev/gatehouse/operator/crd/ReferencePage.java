package dev.gatehouse.operator.crd;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/reference.md}: what the CRDs say, for people. */
final class ReferencePage {

    private static final String HEAD = """
            # Field reference

            Made from the CRDs in [crds](../crds) by `make crds`; [resources](resources.md) explains how the kinds work together. All are
            of `gatehouse.dev/v1alpha1` and stand in a namespace. A field in **bold** must be there. An API server refuses what breaks
            a rule, and a folder refuses the same. What a status says stands [below](#conditions).
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    private ReferencePage() {}

    static String of(Collection<CustomResourceDefinition> crds) {
        var page = new ReferencePage();
        crds.forEach(page::kind);
        page.text.append(StatusSections.text());
        return page.text.toString();
    }

    private void kind(CustomResourceDefinition crd) {
        CustomResourceDefinitionVersion version = crd.getSpec().getVersions().getFirst();
        JSONSchemaProps root = version.getSchema().getOpenAPIV3Schema();
        line("");
        line("## " + crd.getSpec().getNames().getKind());
        line("");
        line(root.getDescription() + " Short name: `"
                + crd.getSpec().getNames().getShortNames().getFirst() + "`. `kubectl get` shows "
                + version.getAdditionalPrinterColumns().stream()
                        .map(column -> column.getName())
                        .collect(Collectors.joining(", "))
                + ".");
        fields("spec", root);
        rules(root);
        fields("status", root);
    }

    private void fields(String part, JSONSchemaProps root) {
        line("");
        line("| Field | Type | Default | Meaning |");
        line("|---|---|---|---|");
        properties(part, Objects.requireNonNull(root.getProperties().get(part)));
    }

    private void properties(String path, JSONSchemaProps schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((name, property) -> {
            String at = path + "." + name;
            boolean mandatory = schema.getRequired().contains(name);
            line("| " + (mandatory ? "**`" + at + "`**" : "`" + at + "`") + " | " + type(property) + " | "
                    + (property.getDefault() == null
                            ? ""
                            : "`" + property.getDefault().asText() + "`")
                    + " | " + property.getDescription() + " |");
            JSONSchemaProps items =
                    property.getItems() == null ? null : property.getItems().getSchema();
            properties(items == null ? at : at + "[]", items == null ? property : items);
        });
    }

    private static String type(JSONSchemaProps schema) {
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().stream()
                    .map(value -> "`" + value.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            return "list, at most " + schema.getMaxItems();
        }
        String bound = schema.getMaxLength() != null && schema.getFormat() == null
                ? ", at most " + schema.getMaxLength()
                : between(schema);
        return (schema.getFormat() == null || "integer".equals(schema.getType())
                        ? schema.getType()
                        : schema.getFormat())
                + bound;
    }

    private static String between(JSONSchemaProps schema) {
        if (schema.getMinimum() == null) {
            return "";
        }
        String least = ", at least " + schema.getMinimum().longValue();
        return schema.getMaximum() == null
                ? least
                : least + " and at most " + schema.getMaximum().longValue();
    }

    private void rules(JSONSchemaProps root) {
        List<String> rules = rulesOf("", root)
                .filter(rule -> !rule.contains(FieldsWithoutValue.MESSAGE))
                .distinct()
                .toList();
        if (!rules.isEmpty()) {
            line("");
            rules.forEach(this::line);
        }
    }

    private static Stream<String> rulesOf(String path, JSONSchemaProps schema) {
        var parts = new ArrayList<Stream<String>>();
        parts.add(schema.getXKubernetesValidations().stream()
                .map(rule -> "- " + (path.isEmpty() ? "" : "`" + path.substring(1) + "`: ") + rule.getMessage()));
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> parts.add(rulesOf(path + "." + name, property)));
        }
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            parts.add(rulesOf(path + "[]", schema.getItems().getSchema()));
        }
        return parts.stream().flatMap(part -> part);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
