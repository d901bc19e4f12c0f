package dev.gatehouse.gateway.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of a request, read strictly: known parameters only, each at most once and with a value. */
final class QueryString {

    private QueryString() {}

    /** The decoded values by name; null for a query that is not as the route has it. A plus sign is a space. */
    static @Nullable Map<String, String> parse(String raw, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        if (raw.isEmpty()) {
            return values;
        }
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0
                    ? null
                    : Percent.decode(part.substring(equals + 1).replace("+", "%20"));
            if (value == null || value.isEmpty() || !known.contains(name) || values.put(name, value) != null) {
                return null;
            }
        }
        return values;
    }
}
