package dev.gatehouse.operator.crd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import dev.gatehouse.model.resource.Kind;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What fabric8's generator cannot say about a CRD: descriptions of the roots, columns, the first status, list types. */
final class FinishedCrd {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new QuotedTimes())
                    .build())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private FinishedCrd() {}

    /** To YAML 1.1, which Kubernetes reads, a plain instant is not a string. */
    private static final class QuotedTimes extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || Character.isDigit(value.charAt(0));
        }
    }

    static String yaml(CustomResourceDefinition crd) {
        Kind kind = Kind.ofManifestName(crd.getSpec().getNames().getKind()).orElseThrow();
        crd.getMetadata().setAnnotations(Map.of());
        crd.getMetadata().setLabels(Map.of("app.kubernetes.io/part-of", "gatehouse"));
        CustomResourceDefinitionVersion version = crd.getSpec().getVersions().getFirst();
        JSONSchemaProps root = version.getSchema().getOpenAPIV3Schema();
        KindTexts texts = KindTexts.of(kind);
        root.setDescription(texts.kind());
        root.setRequired(List.of("spec"));
        root.setXKubernetesValidations(texts.rules());
        property(root, "spec").setDescription(texts.spec());
        JSONSchemaProps status = property(root, "status");
        status.setDescription("What Gatehouse makes of this object. Written by the operator alone.");
        status.setDefault(FirstStatus.json());
        finish(root, "");
        FieldsWithoutValue.refuse(property(root, "spec"));
        version.setAdditionalPrinterColumns(texts.columns());
        return "# Made from the records of dev.gatehouse.model.resource by `make crds`: change those.\n" + text(crd);
    }

    private static JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }

    private static void finish(JSONSchemaProps schema, String path) {
        if (schema.getXKubernetesValidations() != null) {
            schema.setXKubernetesValidations(new ArrayList<>(new LinkedHashSet<>(schema.getXKubernetesValidations())));
        }
        SchemaTraits.complete(schema, path);
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> finish(property, path + "." + name));
        }
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            finish(schema.getItems().getSchema(), path + "[]");
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            finish(schema.getAdditionalProperties().getSchema(), path + "{}");
        }
    }

    private static String text(CustomResourceDefinition crd) {
        try {
            return YAML.writeValueAsString(withWholeNumbers(YAML.valueToTree(crd)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Kubernetes model holds bounds as doubles. */
    private static JsonNode withWholeNumbers(JsonNode node) {
        return switch (node) {
            case DoubleNode number -> LongNode.valueOf(number.longValue());
            case ObjectNode object -> {
                object.properties().forEach(field -> field.setValue(withWholeNumbers(field.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, withWholeNumbers(array.get(i)));
                }
                yield array;
            }
            case JsonNode other -> other;
        };
    }
}
