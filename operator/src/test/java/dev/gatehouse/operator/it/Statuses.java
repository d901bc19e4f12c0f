package dev.gatehouse.operator.it;

import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads statuses as anybody sees them. */
final class Statuses {

    private static final String VERSION = "gatehouse.dev/v1alpha1";

    private Statuses() {}

    /** A condition's status and reason, such as {@code True Ready}; with the present generation only. */
    static String condition(TestNamespace namespace, String kind, String name, String type) {
        return condition(namespace.get(VERSION, kind, name), type);
    }

    static String condition(@Nullable GenericKubernetesResource object, String type) {
        if (object == null) {
            return "no object";
        }
        for (Map<String, Object> condition : list(object, "conditions")) {
            if (type.equals(condition.get("type"))) {
                boolean present = Long.valueOf(String.valueOf(condition.getOrDefault("observedGeneration", "0")))
                        .equals(object.getMetadata().getGeneration());
                return present ? condition.get("status") + " " + condition.get("reason") : "outdated";
            }
        }
        return "absent";
    }

    static String ready(TestNamespace namespace, String kind, String name) {
        return condition(namespace, kind, name, "Ready");
    }

    static List<Map<String, Object>> tokens(TestNamespace namespace, String client) {
        return list(namespace.get(VERSION, "McpClient", client), "tokens");
    }

    static String version(TestNamespace namespace, String kind, String name) {
        return namespace.get(VERSION, kind, name).getMetadata().getResourceVersion();
    }

    /** What gateways found a server to offer; empty while none has told. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> discovered(TestNamespace namespace, String server) {
        Object discovered = namespace.get(VERSION, "McpServer", server).get("status", "discovered");
        return discovered == null ? Map.of() : (Map<String, Object>) discovered;
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> toolDigests(TestNamespace namespace, String server) {
        var digests = new TreeMap<String, String>();
        var tools = (List<Map<String, String>>)
                discovered(namespace, server).getOrDefault("toolDigests", List.<Map<String, String>>of());
        tools.forEach(tool -> digests.put(tool.get("name"), tool.get("sha256")));
        return digests;
    }

    @SuppressWarnings("unchecked")
    static List<String> warnings(TestNamespace namespace, String kind, String name) {
        Object warnings = namespace.get(VERSION, kind, name).get("status", "warnings");
        return warnings == null ? List.of() : (List<String>) warnings;
    }

    /** Each as {@code Warning name Reason note}. */
    static List<String> events(TestNamespace namespace) {
        return namespace
                .server()
                .client()
                .events()
                .v1()
                .events()
                .inNamespace(namespace.name())
                .list()
                .getItems()
                .stream()
                .map(event -> event.getType() + " " + event.getRegarding().getName() + " " + event.getReason() + " "
                        + event.getNote())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(GenericKubernetesResource object, String field) {
        Object list = object.get("status", field);
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }
}
