package dev.gatehouse.gateway.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The path of a route, whose segments are literal or stand for a value: {@code /tools/{name}/invoke}. */
record PathTemplate(String text, List<String> segments) {

    static PathTemplate of(String text) {
        return new PathTemplate(text, split(text));
    }

    /** The segments of a path as it stands in a request, not decoded. */
    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    /** The values by name, decoded; null when the path is another one, or a value cannot be decoded or is empty. */
    @Nullable
    Map<String, String> match(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (!segment.startsWith("{")) {
                if (!segment.equals(path.get(i))) {
                    return null;
                }
                continue;
            }
            String value = Percent.decode(path.get(i));
            if (value == null || value.isEmpty()) {
                return null;
            }
            values.put(segment.substring(1, segment.length() - 1), value);
        }
        return values;
    }

    /** How many segments are literal: of two templates that match, the one with more is meant. */
    long literals() {
        return segments.stream().filter(segment -> !segment.startsWith("{")).count();
    }
}
