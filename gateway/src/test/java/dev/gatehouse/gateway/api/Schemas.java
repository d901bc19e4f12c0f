package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.gateway.testing.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The OpenAPI description as something to judge answers by. */
final class Schemas {

    private final ObjectNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Schemas(ObjectNode document) {
        this.document = document;
    }

    ObjectNode paths() {
        return document.withObject("/paths");
    }

    JsonNode operation(ApiRoute route) {
        return paths().path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    }

    /** What {@code node} refers to, if it is a reference. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What speaks against an answer: its media type, its headers or its body. */
    List<String> objections(DocumentedStatus documented, RawResponse response) {
        JsonNode described =
                resolved(operation(documented.route()).path("responses").path(documented.status()));
        List<String> objections = new ArrayList<>();
        described.path("headers").fieldNames().forEachRemaining(header -> {
            if (response.header(header).isEmpty()) {
                objections.add("no header " + header);
            }
        });
        String type = String.join(",", response.header("Content-Type"));
        JsonNode schema = described.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            objections.add("undescribed media type " + type);
            return objections;
        }
        objections.addAll(judge(schema, response.body()));
        return objections;
    }

    List<String> objections(String ref, JsonNode value) {
        return judge(document.objectNode().put("$ref", ref), value.toString());
    }

    List<String> objectionsToExamples() {
        List<String> objections = new ArrayList<>();
        document.findParents("example")
                .forEach(holder -> judge(
                                holder.path("schema"), holder.path("example").toString())
                        .forEach(objection -> objections.add(holder.path("schema") + ": " + objection)));
        return objections;
    }

    /** References point into the whole document; as one schema, its components become definitions. */
    private List<String> judge(JsonNode schema, String json) {
        ObjectNode whole = document.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.setAll((ObjectNode) schema);
        whole.set("$defs", document.at("/components/schemas"));
        String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return registry.getSchema(text, InputFormat.JSON).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
