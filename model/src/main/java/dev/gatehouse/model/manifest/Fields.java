package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The fields of one mapping. Whoever reads asks for each field that it knows; what nobody asked for is then unknown and
 * refused. A field that stands there without a value is refused too: whether it means "nothing" or "everything" must not
 * be guessed.
 */
final class Fields {

    private final MappingNode node;
    private final String path;
    private final DocumentScope scope;
    private final Map<String, Entry> present;
    private final TreeSet<String> known = new TreeSet<>();

    private record Entry(ScalarNode name, YamlValue value) {}

    private Fields(MappingNode node, String path, DocumentScope scope, Map<String, Entry> present) {
        this.node = node;
        this.path = path;
        this.scope = scope;
        this.present = present;
    }

    static Fields of(MappingNode node, String path, DocumentScope scope) {
        var present = new LinkedHashMap<String, Entry>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name) {
                var value = new YamlValue(tuple.getValueNode(), join(path, name.getValue()), scope);
                if (present.put(name.getValue(), new Entry(name, value)) != null) {
                    scope.report(
                            name,
                            ManifestProblem.UNKNOWN_FIELD,
                            join(path, name.getValue()) + " stands there twice; keep one.");
                }
            } else {
                scope.report(tuple.getKeyNode(), ManifestProblem.UNKNOWN_FIELD, "A field's name must be plain text.");
            }
        }
        return new Fields(node, path, scope, present);
    }

    /** The field's value, null if it is absent or has none, which is reported. */
    @Nullable
    YamlValue value(String name) {
        YamlValue value = lenient(name);
        if (value == null || !value.isNull()) {
            return value;
        }
        value.wrong("has no value; give it one or leave the field out");
        return null;
    }

    /** The same where Kubernetes itself writes {@code null}. */
    @Nullable
    YamlValue lenient(String name) {
        known.add(name);
        Entry entry = present.get(name);
        return entry == null ? null : entry.value();
    }

    /** The same for a field that must be there. */
    @Nullable
    YamlValue requiredValue(String name) {
        if (!present.containsKey(name)) {
            missing(name);
        }
        return value(name);
    }

    @Nullable
    String text(String name) {
        YamlValue value = value(name);
        return value == null ? null : value.text();
    }

    /** Reports a missing field, and then gives an empty text: the object is refused anyway. */
    String requiredText(String name) {
        YamlValue value = requiredValue(name);
        String text = value == null ? null : value.text();
        return text == null ? "" : text;
    }

    @Nullable
    Integer integer(String name, Range range) {
        YamlValue value = value(name);
        return value == null ? null : value.integer(range);
    }

    int requiredInteger(String name, Range range) {
        YamlValue value = requiredValue(name);
        Integer integer = value == null ? null : value.integer(range);
        return integer == null ? 0 : integer;
    }

    @Nullable
    Long longInteger(String name, Range range) {
        YamlValue value = value(name);
        return value == null ? null : value.longInteger(range);
    }

    boolean bool(String name) {
        YamlValue value = value(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    @Nullable
    Duration duration(String name) {
        YamlValue value = value(name);
        return value == null ? null : value.duration();
    }

    @Nullable
    Instant instant(String name) {
        YamlValue value = value(name);
        return value == null ? null : value.instant();
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        YamlValue value = value(name);
        return value == null ? null : value.constant(type);
    }

    @Nullable
    List<String> texts(String name) {
        return list(name, YamlValue::text);
    }

    <T> @Nullable List<T> list(String name, Function<YamlValue, @Nullable T> reader) {
        YamlValue value = value(name);
        return value == null ? null : value.items(reader);
    }

    <T> @Nullable T object(String name, Function<Fields, @Nullable T> reader) {
        YamlValue value = value(name);
        return value == null ? null : value.fields(reader);
    }

    /** A mapping of free names to text; Kubernetes' own null is taken as none. */
    Map<String, String> textMap(String name) {
        YamlValue value = lenient(name);
        Fields entries = value == null || value.isNull() ? null : value.fields();
        if (entries == null) {
            return Map.of();
        }
        var map = new LinkedHashMap<String, String>();
        for (String key : entries.present.keySet()) {
            String text = entries.text(key);
            if (text != null) {
                map.put(key, text);
            }
        }
        return map;
    }

    void missing(String name) {
        scope.report(node, ManifestProblem.INVALID_VALUE, join(path, name) + " is missing.");
    }

    void wrong(String reason) {
        scope.report(node, ManifestProblem.INVALID_VALUE, path + " " + reason + ".");
    }

    void wrong(String where, String reason) {
        scope.report(node, ManifestProblem.INVALID_VALUE, where + " " + reason + ".");
    }

    /** Accepts fields and looks no further. */
    void ignore(String... names) {
        known.addAll(List.of(names));
    }

    /** Reports every field that nobody asked for. */
    void reportUnknown() {
        present.forEach((name, entry) -> {
            if (!known.contains(name)) {
                scope.report(
                        entry.name(), ManifestProblem.UNKNOWN_FIELD, join(path, name) + " is unknown; " + advice(name));
            }
        });
    }

    private String advice(String name) {
        if (name.equals("<<")) {
            return "merge keys are not supported, write the fields out.";
        }
        for (String candidate : known) {
            if (candidate.equalsIgnoreCase(name) || Typo.isLikely(name, candidate)) {
                return "did you mean " + candidate + "?";
            }
        }
        return "known here: " + String.join(", ", known) + ".";
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
