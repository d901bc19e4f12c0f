package dev.gatehouse.operator.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.status.Vocabulary;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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
        list(object, "conditions").forEach(Statuses::assertWordOfTheVocabulary);
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

    /** The gateways that the fleet's status lists, such as {@code one, two 2/2}. */
    static String fleet(TestNamespace namespace, String gateway) {
        GenericKubernetesResource object = namespace.get(VERSION, "McpGateway", gateway);
        List<String> names = list(object, "replicas").stream()
                .map(replica -> String.valueOf(replica.get("name")))
                .toList();
        return String.join(", ", names) + " " + object.get("status", "inSync");
    }

    /** The version that the fleet's status says was published last; 0 while it says none. */
    static long configVersion(TestNamespace namespace, String gateway) {
        Number version = namespace.get(VERSION, "McpGateway", gateway).get("status", "configVersion");
        return version == null ? 0 : version.longValue();
    }

    /** Shows every client there is, and each as often as it changes. */
    static Watch watchClients(TestNamespace namespace, Consumer<GenericKubernetesResource> seen) {
        return namespace
                .server()
                .client()
                .genericKubernetesResources(VERSION, "McpClient")
                .inNamespace(namespace.name())
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, GenericKubernetesResource object) {
                        seen.accept(object);
                    }

                    @Override
                    public void onClose(@Nullable WatcherException cause) {
                        assertThat(cause).isNull();
                    }
                });
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

    /** Whatever a test waits for, on its way there it sees nothing that programs do not know. */
    private static void assertWordOfTheVocabulary(Map<String, Object> condition) {
        assertThat(Vocabulary.words())
                .as("%s", condition)
                .anyMatch(word -> word.type().text().equals(condition.get("type"))
                        && word.status().name().equalsIgnoreCase(String.valueOf(condition.get("status")))
                        && word.reason().text().equals(condition.get("reason")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(GenericKubernetesResource object, String field) {
        Object list = object.get("status", field);
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }
}
