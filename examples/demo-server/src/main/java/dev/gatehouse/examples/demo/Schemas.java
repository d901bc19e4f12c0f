package dev.gatehouse.examples.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON Schemas of flat argument objects. */
final class Schemas {

    private Schemas() {}

    /**
     * @param types JSON type by property name
     * @param required names of the properties that must be present
     */
    static Map<String, Object> object(Map<String, String> types, String... required) {
        Map<String, Object> properties = new TreeMap<>();
        types.forEach((name, type) -> properties.put(name, Map.of("type", type)));
        return Map.of("type", "object", "properties", properties, "required", List.of(required));
    }
}
