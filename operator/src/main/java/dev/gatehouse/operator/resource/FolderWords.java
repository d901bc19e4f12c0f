package dev.gatehouse.operator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.resource.Kind;
import java.util.Optional;

/**
 * What a folder would say of a stored spec that does not fit: JSON is YAML, so the same reader is asked. Its sentences say
 * what to do and quote nothing that is written there.
 */
final class FolderWords {

    /** Nothing is replaced in a cluster: a variable stands for itself. */
    private static final ManifestReader READER = new ManifestReader(name -> "${" + name + "}");

    private FolderWords() {}

    /** The first mistake in {@code spec}; empty if a folder would take it. */
    static Optional<String> of(String kind, JsonNode spec) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", Kind.API_VERSION).put("kind", kind);
        object.putObject("metadata").put("name", "stored");
        object.set("spec", spec);
        return READER.read("stored", object.toString()).findings().stream()
                .filter(finding -> switch (finding.problem()) {
                    case UNKNOWN_FIELD, INVALID_VALUE -> true;
                    case UNREADABLE_FILE, NOT_AN_OBJECT, UNKNOWN_KIND, UNSET_VARIABLE, DEFINED_TWICE, FOREIGN_KIND ->
                        false;
                })
                .map(ManifestFinding::message)
                .findFirst();
    }
}
