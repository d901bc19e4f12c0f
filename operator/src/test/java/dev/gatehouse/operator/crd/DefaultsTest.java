package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.operator.resource.McpAllowListResource;
import dev.gatehouse.operator.resource.McpClientResource;
import dev.gatehouse.operator.resource.McpGatewayResource;
import dev.gatehouse.operator.resource.McpServerResource;
import dev.gatehouse.operator.resource.McpUserResource;
import dev.gatehouse.operator.resource.StoredObject;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the API server fills in is what the records fill in. Of each kind a spec is made that holds every object and list, but
 * of plain values only those that must be there, and then the same with the CRD's defaults.
 */
class DefaultsTest {

    private final KubernetesSerialization json = new KubernetesSerialization();

    @TestFactory
    Stream<DynamicTest> specWithTheDefaultsOfTheCrdEqualsTheOneWithout() {
        return Stream.<Class<? extends StoredObject<?, ?>>>of(
                        McpServerResource.class,
                        McpAllowListResource.class,
                        McpClientResource.class,
                        McpUserResource.class,
                        McpGatewayResource.class)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    JSONSchemaProps schema = schema(type);
                    JsonNode bare = sample(schema, false);
                    JsonNode filled = sample(schema, true);

                    assertThat(filled).isNotEqualTo(bare);
                    assertThat(read(filled, type)).isEqualTo(read(bare, type));
                }));
    }

    private Object read(JsonNode spec, Class<? extends StoredObject<?, ?>> type) {
        StoredObject<?, ?> object = json.unmarshal("{\"spec\": " + spec + "}", type);
        assertThat(object.misfit()).isEmpty();
        return object.getSpec();
    }

    private JSONSchemaProps schema(Class<? extends StoredObject<?, ?>> type) throws ReflectiveOperationException {
        String plural = type.getDeclaredConstructor().newInstance().getPlural();
        String yaml = Objects.requireNonNull(GeneratedCrds.byFile().get(plural + ".yaml"));
        CustomResourceDefinition crd = json.unmarshal(yaml, CustomResourceDefinition.class);
        return Objects.requireNonNull(crd.getSpec()
                .getVersions()
                .getFirst()
                .getSchema()
                .getOpenAPIV3Schema()
                .getProperties()
                .get("spec"));
    }

    private static JsonNode sample(JSONSchemaProps schema, boolean withDefaults) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (schema.getType()) {
            case "object" -> object(schema, withDefaults);
            case "array" -> nodes.arrayNode().add(sample(schema.getItems().getSchema(), withDefaults));
            case "integer" -> nodes.numberNode(1);
            case "string" ->
                schema.getEnum() == null || schema.getEnum().isEmpty()
                        ? nodes.textNode("x")
                        : schema.getEnum().getFirst();
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static JsonNode object(JSONSchemaProps schema, boolean withDefaults) {
        var object = JsonNodeFactory.instance.objectNode();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                boolean composed = List.of("object", "array").contains(property.getType());
                if (composed || schema.getRequired().contains(name)) {
                    object.set(name, sample(property, withDefaults));
                } else if (withDefaults && property.getDefault() != null) {
                    object.set(name, property.getDefault());
                }
            });
        }
        return object;
    }
}
