package dev.gatehouse.gateway.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.resource.ResourceKey;
import java.io.PrintWriter;
import java.util.Collection;

/** One JSON document, indented, the same on every machine. */
final class JsonReport {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private JsonReport() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    static void key(ObjectNode object, ResourceKey key) {
        object.put("kind", key.kind().manifestName());
        if (!key.namespace().isEmpty()) {
            object.put("namespace", key.namespace());
        }
        object.put("name", key.name());
    }

    static void print(ObjectNode document, PrintWriter out) {
        try {
            out.println(WRITER.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
