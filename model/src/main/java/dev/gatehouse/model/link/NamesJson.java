package dev.gatehouse.model.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import java.util.TreeSet;

/**
 * {@link OfferedNames} as JSON: a list for what is complete, null for what is not known, and nothing for the rest. A gateway
 * that says nothing at all of names is an older one.
 */
final class NamesJson {

    private NamesJson() {}

    static ObjectNode write(OfferedNames names) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        write(names.tools(), node, "tools");
        write(names.prompts(), node, "prompts");
        write(names.resources(), node, "resources");
        write(names.templates(), node, "templates");
        return node;
    }

    static OfferedNames read(JsonNode node) {
        return new OfferedNames(
                list(node.path("tools")),
                list(node.path("prompts")),
                list(node.path("resources")),
                list(node.path("templates")));
    }

    private static void write(ListedNames names, ObjectNode node, String member) {
        switch (names) {
            case ListedNames.Unknown() -> node.putNull(member);
            case ListedNames.Partial() -> {
                // absent, as from a gateway that does not tell
            }
            case ListedNames.Complete(var all) -> all.forEach(node.putArray(member)::add);
        }
    }

    private static ListedNames list(JsonNode list) {
        if (list.isNull()) {
            return ListedNames.UNKNOWN;
        }
        if (!list.isArray()) {
            return ListedNames.PARTIAL;
        }
        var names = new TreeSet<String>();
        list.forEach(name -> names.add(name.textValue()));
        return new ListedNames.Complete(names);
    }
}
