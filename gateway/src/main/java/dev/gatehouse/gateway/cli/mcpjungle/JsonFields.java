package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.model.resource.SecretValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object. Whoever reads asks for each field that it knows; {@link #reportUnknown} then refuses the others.
 * A value of the wrong type is reported and taken as absent. {@code null} stands for an absent list, map or object, as the
 * files that MCPJungle exports have it.
 */
final class JsonFields {

    private final JsonValue.Members members;
    private final String path;
    private final Remarks remarks;
    private final TreeSet<String> known = new TreeSet<>();

    JsonFields(JsonValue.Members members, String path, Remarks remarks) {
        this.members = members;
        this.path = path;
        this.remarks = remarks;
    }

    /** A string and where it stands. */
    record Entry(String text, SourceLine at) {}

    /** A string that must not be printed, and where it stands. */
    record Confidential(SecretValue value, SourceLine at) {}

    SourceLine at() {
        return members.at();
    }

    @Nullable
    Entry text(String name) {
        return switch (take(name)) {
            case null -> null;
            case JsonValue.Text(SourceLine at, String value) -> new Entry(value, at);
            case JsonValue other -> {
                wrong(other, name, "a string");
                yield null;
            }
        };
    }

    /** Empty text counts as absent, as there. */
    @Nullable
    Confidential confidential(String name) {
        Entry entry = text(name);
        return entry == null || entry.text().isEmpty()
                ? null
                : new Confidential(SecretValue.of(entry.text()), entry.at());
    }

    /** Accepts true or false, and does not look at which. */
    void ignoredFlag(String name) {
        JsonValue value = take(name);
        if (value != null && !(value instanceof JsonValue.Flag)) {
            wrong(value, name, "true or false");
        }
    }

    List<Entry> texts(String name) {
        return switch (take(name)) {
            case null -> List.of();
            case JsonValue.Null absent -> List.of();
            case JsonValue.Items(SourceLine at, List<JsonValue> values) -> entries(name, values);
            case JsonValue other -> {
                wrong(other, name, "a list of strings");
                yield List.of();
            }
        };
    }

    Map<String, Confidential> confidentialMap(String name) {
        JsonFields fields = object(name);
        if (fields == null) {
            return Map.of();
        }
        var map = new LinkedHashMap<String, Confidential>();
        for (String key : fields.members.values().keySet()) {
            Entry entry = fields.text(key);
            if (entry != null) {
                map.put(key, new Confidential(SecretValue.of(entry.text()), entry.at()));
            }
        }
        return map;
    }

    @Nullable
    JsonFields object(String name) {
        return switch (take(name)) {
            case null -> null;
            case JsonValue.Null absent -> null;
            case JsonValue.Members object -> new JsonFields(object, path(name), remarks);
            case JsonValue other -> {
                wrong(other, name, "an object");
                yield null;
            }
        };
    }

    void reportUnknown() {
        members.values().forEach((name, value) -> {
            if (!known.contains(name)) {
                remarks.error(value.at(), path(name) + " is unknown here; known are " + String.join(", ", known) + ".");
            }
        });
    }

    private @Nullable JsonValue take(String name) {
        known.add(name);
        return members.values().get(name);
    }

    private List<Entry> entries(String name, List<JsonValue> values) {
        var entries = new ArrayList<Entry>();
        for (JsonValue value : values) {
            if (value instanceof JsonValue.Text(SourceLine at, String text)) {
                entries.add(new Entry(text, at));
            } else {
                wrong(value, name, "a list of strings");
            }
        }
        return entries;
    }

    private void wrong(JsonValue value, String name, String wanted) {
        remarks.error(value.at(), path(name) + " must be " + wanted + ".");
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
