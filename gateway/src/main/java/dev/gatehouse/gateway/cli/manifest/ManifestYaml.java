package dev.gatehouse.gateway.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import dev.gatehouse.model.resource.Resource;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Writes objects as YAML documents in the style of the documentation: block style, quotes where they are needed. */
public final class ManifestYaml {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .stringQuotingChecker(new PlainScalars())
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(Feature.SPLIT_LINES)
            .disable(Feature.WRITE_DOC_START_MARKER)
            .build();

    private final ManifestTree tree;

    public ManifestYaml(IntendedReader target) {
        this.tree = new ManifestTree(target);
    }

    /** One document, without a marker before it, ending in a newline. */
    public String document(Resource resource) {
        var text = new StringWriter();
        try (YAMLGenerator yaml = YAML.createGenerator(text)) {
            write(tree.of(resource), yaml);
        } catch (IOException e) {
            throw new IllegalStateException(resource.key() + " cannot be written as YAML", e);
        }
        return text.toString();
    }

    /** Several documents, one file. */
    public String documents(Iterable<? extends Resource> resources) {
        var text = new StringBuilder();
        for (Resource resource : resources) {
            text.append(text.isEmpty() ? "" : "---\n").append(document(resource));
        }
        return text.toString();
    }

    private static void write(JsonNode node, YAMLGenerator yaml) throws IOException {
        if (node.isObject()) {
            yaml.writeStartObject();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                yaml.writeFieldName(field.getKey());
                write(field.getValue(), yaml);
            }
            yaml.writeEndObject();
        } else if (node.isArray()) {
            yaml.writeStartArray();
            for (JsonNode item : node) {
                write(item, yaml);
            }
            yaml.writeEndArray();
        } else {
            yaml.configure(Feature.MINIMIZE_QUOTES, !PlainScalars.needsEscapes(node.textValue()));
            yaml.writeString(node.textValue());
        }
    }
}
