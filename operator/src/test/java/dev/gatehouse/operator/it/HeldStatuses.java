package dev.gatehouse.operator.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Every state of every object of a namespace that the API server has told, in the order in which it did. */
final class HeldStatuses implements AutoCloseable {

    private static final List<String> KINDS =
            List.of("McpServer", "McpAllowList", "McpClient", "McpUser", "McpGateway");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> objects = new CopyOnWriteArrayList<>();
    private final List<Watch> watches = new ArrayList<>();

    private HeldStatuses() {}

    static HeldStatuses in(TestNamespace namespace) {
        var held = new HeldStatuses();
        KINDS.forEach(kind -> held.watches.add(namespace
                .server()
                .client()
                .genericKubernetesResources("gatehouse.dev/v1alpha1", kind)
                .inNamespace(namespace.name())
                .watch(held.watcher())));
        return held;
    }

    List<JsonNode> objects() {
        return List.copyOf(objects);
    }

    /** Whether an object has ever said this, such as {@code Ready False NoGateways}. */
    boolean haveSaid(String word) {
        return objects.stream().anyMatch(object -> words(object).contains(word));
    }

    static List<String> words(JsonNode object) {
        var words = new ArrayList<String>();
        object.at("/status/conditions")
                .forEach(condition -> words.add(condition.path("type").asText() + " "
                        + condition.path("status").asText() + " "
                        + condition.path("reason").asText()));
        return words;
    }

    /** The condition's own status, empty if it stands for another generation than the object's. */
    static Optional<JsonNode> condition(JsonNode object, ConditionType type) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type.text())
                    && condition.path("observedGeneration").asLong()
                            == object.at("/metadata/generation").asLong()) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    private Watcher<GenericKubernetesResource> watcher() {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, GenericKubernetesResource object) {
                objects.add(JSON.valueToTree(object));
            }

            @Override
            public void onClose(@Nullable WatcherException cause) {
                assertThat(cause).isNull();
            }
        };
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}
