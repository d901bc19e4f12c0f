package dev.gatehouse.model.access;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gatehouse.model.access.NamePatterns.IndexedGlob;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The canonical form of a rule set. */
final class RuleSetJson {

    private RuleSetJson() {}

    static byte[] write(String origin, List<ServerRules> servers) {
        return CanonicalJson.write(json -> {
            json.writeStringField("entry", "ruleSet");
            json.writeStringField("origin", origin);
            json.writeArrayFieldStart("servers");
            for (ServerRules rules : servers) {
                server(json, rules);
            }
            json.writeEndArray();
        });
    }

    private static void server(JsonGenerator json, ServerRules rules) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", rules.server().name());
        json.writeStringField("namespace", rules.server().namespace());
        names(json, "prompts", rules.prompts());
        names(json, "resources", rules.resources());
        names(json, "tools", rules.tools());
        if (rules.grantsWholeServer()) {
            json.writeNumberField("wholeServer", rules.wholeServer());
        }
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String name, NameRules rules) throws IOException {
        json.writeObjectFieldStart(name);
        patterns(json, "except", rules.excepted());
        patterns(json, "grant", rules.granted());
        json.writeEndObject();
    }

    private static void patterns(JsonGenerator json, String name, NamePatterns patterns) throws IOException {
        if (patterns.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeObjectFieldStart("exact");
        for (Map.Entry<String, Integer> exact : new TreeMap<>(patterns.exact()).entrySet()) {
            json.writeNumberField(exact.getKey(), exact.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("globs");
        for (IndexedGlob glob : patterns.globs()) {
            json.writeStartObject();
            json.writeStringField("glob", glob.glob().pattern());
            json.writeNumberField("rule", glob.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
