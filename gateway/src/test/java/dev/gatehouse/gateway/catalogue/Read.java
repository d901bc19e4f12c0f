package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads results that the gateway made. */
final class Read {

    private Read() {}

    static ObjectNode tree(RawJson result) {
        return Objects.requireNonNull(BoundedJson.object(result.shared()));
    }

    /** The names or URIs of a list, in order. */
    static List<String> items(RawJson result, ListKind kind) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : tree(result).path(kind.member())) {
            items.add(item.path(kind.key()).asText());
        }
        return items;
    }

    /** The keys of the servers that a result names as speaking only the other era. */
    static List<String> otherEra(RawJson result) {
        List<String> keys = new ArrayList<>();
        tree(result).path("_meta").path(ResultNotes.OTHER_ERA).forEach(key -> keys.add(key.asText()));
        return keys;
    }

    static boolean isIncomplete(RawJson result) {
        return tree(result).path("_meta").path(ResultNotes.INCOMPLETE).asBoolean(false);
    }
}
