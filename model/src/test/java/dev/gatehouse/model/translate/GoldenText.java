package dev.gatehouse.model.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.ConfigWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes translations for people to read and compare. */
final class GoldenText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenText() {}

    /** The wire form, with rule sets named by number instead of by digest. */
    static String config(AccessConfig config) throws JsonProcessingException {
        Map<String, String> names = new LinkedHashMap<>();
        config.principals().stream()
                .flatMap(principal -> principal.grants().ruleSets().stream())
                .forEach(ruleSet -> names.putIfAbsent(ruleSet.digest().hex(), "ruleSet-" + (names.size() + 1)));
        ArrayNode entries = JSON.createArrayNode();
        ConfigWire.write(config, entry -> entries.add(readable(entry, names)));
        entries.remove(entries.size() - 1);
        entries.remove(0);
        var printer = new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer.withObjectIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(entries) + "\n";
    }

    private static JsonNode readable(byte[] entry, Map<String, String> names) {
        try {
            ObjectNode node = (ObjectNode) JSON.readTree(entry);
            JsonNode digests = node.get("ruleSets");
            if (digests != null) {
                ArrayNode readable = node.putArray("ruleSets");
                digests.forEach(digest -> readable.add(names.get(digest.textValue())));
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String findings(List<Finding> findings) throws JsonProcessingException {
        var text = new StringBuilder();
        for (Finding finding : findings) {
            text.append("- resource: ").append(finding.resource()).append('\n');
            text.append("  path: ")
                    .append(JSON.writeValueAsString(finding.path()))
                    .append('\n');
            text.append("  condition: ")
                    .append(JSON.writeValueAsString(finding.reason().condition()))
                    .append('\n');
            text.append("  reason: ").append(finding.reason().text()).append('\n');
            text.append("  message: ")
                    .append(JSON.writeValueAsString(finding.message()))
                    .append('\n');
        }
        return text.isEmpty() ? "[]\n" : text.toString();
    }
}
