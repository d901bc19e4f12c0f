package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.Durations;
import dev.gatehouse.model.resource.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a manifest with the path that leads to it. A value that is not of the type asked for is reported and then
 * taken as absent, so that one reading finds all mistakes.
 */
record YamlValue(Node node, String path, DocumentScope scope) {

    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]*)");

    @Nullable
    String text() {
        if (!(node instanceof ScalarNode scalar) || !isText(scalar)) {
            wrong("must be a string" + (node instanceof ScalarNode ? "; put it in quotes" : ""));
            return null;
        }
        return expanded(scalar).text();
    }

    /** A decimal integer. One that an {@code int} cannot hold is out of {@code range}; the rest is the translation's to judge. */
    @Nullable
    Integer integer(Range range) {
        Long value = longInteger(range);
        if (value != null && value != value.intValue()) {
            wrong(range.sentence());
            return null;
        }
        return value == null ? null : value.intValue();
    }

    /** A decimal integer; a variable's content counts, other quoted text does not. */
    @Nullable
    Long longInteger(Range range) {
        if (node instanceof ScalarNode scalar) {
            Variables.Expansion expansion = expanded(scalar);
            boolean number = scalar.getTag().equals(Tag.INT) || expansion.replaced();
            if (number && INTEGER.matcher(expansion.text()).matches()) {
                try {
                    return Long.valueOf(expansion.text());
                } catch (NumberFormatException e) {
                    wrong(range.sentence());
                    return null;
                }
            }
        }
        wrong("must be a whole number in decimal digits");
        return null;
    }

    @Nullable
    Boolean bool() {
        if (node instanceof ScalarNode scalar) {
            Variables.Expansion expansion = expanded(scalar);
            if (scalar.getTag().equals(Tag.BOOL) || expansion.replaced()) {
                if (expansion.text().equals("true") || expansion.text().equals("false")) {
                    return expansion.text().equals("true");
                }
            }
        }
        wrong("must be true or false");
        return null;
    }

    @Nullable
    Duration duration() {
        String text = node instanceof ScalarNode scalar ? expanded(scalar).text() : "";
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            wrong("is not a duration; write one such as 720h, 1h30m, 5s or 300ms");
        }
        return duration.orElse(null);
    }

    @Nullable
    Instant instant() {
        String text = node instanceof ScalarNode scalar ? expanded(scalar).text() : "";
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            wrong("is not an instant; write one such as \"2027-01-01T00:00:00Z\"");
            return null;
        }
    }

    /** A constant by its name in camel case: {@code StreamableHttp} for STREAMABLE_HTTP. */
    <E extends Enum<E>> @Nullable E constant(Class<E> type) {
        String text = node instanceof ScalarNode scalar && isText(scalar)
                ? expanded(scalar).text()
                : "";
        var names = new ArrayList<String>();
        for (E constant : type.getEnumConstants()) {
            String name = camelCase(constant.name());
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        wrong("must be one of " + String.join(", ", names));
        return null;
    }

    /** The fields of a mapping, null if it is none. */
    @Nullable
    Fields fields() {
        if (node instanceof MappingNode mapping) {
            return Fields.of(mapping, path, scope);
        }
        wrong("must be a mapping of fields");
        return null;
    }

    <T> @Nullable T fields(Function<Fields, @Nullable T> reader) {
        Fields fields = fields();
        if (fields == null) {
            return null;
        }
        T value = reader.apply(fields);
        fields.reportUnknown();
        return value;
    }

    /** The items of a list; those that are wrong are reported and left out. */
    <T> @Nullable List<T> items(Function<YamlValue, @Nullable T> reader) {
        if (!(node instanceof SequenceNode sequence)) {
            wrong("must be a list");
            return null;
        }
        var items = new ArrayList<T>();
        int index = 0;
        for (Node item : sequence.getValue()) {
            var value = new YamlValue(item, path + "[" + index++ + "]", scope);
            T read = null;
            if (value.isNull()) {
                value.wrong("has no value");
            } else {
                read = reader.apply(value);
            }
            if (read != null) {
                items.add(read);
            }
        }
        return items;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** Reports that this value {@code reason}. */
    void wrong(String reason) {
        scope.report(node, ManifestProblem.INVALID_VALUE, path + " " + reason + ".");
    }

    private Variables.Expansion expanded(ScalarNode scalar) {
        Variables.Expansion expansion = scope.variables().expand(scalar.getValue());
        for (String problem : expansion.problems()) {
            scope.report(node, ManifestProblem.UNSET_VARIABLE, path + " " + problem + ".");
        }
        return expansion;
    }

    private static boolean isText(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.STR) || scalar.getTag().equals(Tag.TIMESTAMP);
    }

    private static String camelCase(String constant) {
        var name = new StringBuilder();
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c != '_') {
                name.append(i == 0 || constant.charAt(i - 1) == '_' ? c : Character.toLowerCase(c));
            }
        }
        return name.toString();
    }
}
