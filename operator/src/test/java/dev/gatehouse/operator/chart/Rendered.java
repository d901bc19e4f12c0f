package dev.gatehouse.operator.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Every object that the chart makes of some values. */
public record Rendered(List<JsonNode> objects) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static Rendered of(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            var objects = new ArrayList<JsonNode>();
            while (documents.hasNext()) {
                JsonNode object = documents.next();
                if (object.isObject()) {
                    objects.add(object);
                }
            }
            return new Rendered(List.copyOf(objects));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(String text) throws IOException {
        return YAML.readTree(text);
    }

    public List<JsonNode> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    JsonNode deployment(String component) {
        return ofKind("Deployment").stream()
                .filter(object -> name(object).endsWith("-" + component))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Deployment of the " + component));
    }

    List<JsonNode> pods() {
        return ofKind("Deployment").stream()
                .map(deployment -> deployment.at("/spec/template/spec"))
                .toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asText();
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
