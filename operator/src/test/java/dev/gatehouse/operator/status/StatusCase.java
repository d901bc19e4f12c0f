package dev.gatehouse.operator.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.resource.status.McpAllowListStatus;
import dev.gatehouse.model.resource.status.McpClientStatus;
import dev.gatehouse.model.resource.status.McpGatewayStatus;
import dev.gatehouse.model.resource.status.McpServerStatus;
import dev.gatehouse.model.resource.status.McpUserStatus;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translation;
import dev.gatehouse.model.translate.Translator;
import dev.gatehouse.operator.publish.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One folder: {@code in-objects.yaml} and the moments of {@code in-moments.yaml} go in, {@code out-statuses.json} comes out:
 * the statuses at each moment, each computed with those of the moment before as the observed ones.
 */
record StatusCase(Path folder) {

    private static final Path ROOT = Path.of("src/test/resources/status");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OUT = "out-statuses.json";

    static List<StatusCase> all() throws IOException {
        try (var folders = Files.list(ROOT)) {
            return folders.sorted().map(StatusCase::new).toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    String expected() throws IOException {
        return Files.readString(folder.resolve(OUT));
    }

    void update(String text) throws IOException {
        Files.writeString(folder.resolve(OUT), text);
    }

    String text() throws IOException {
        ObjectNode moments = JSON.createObjectNode();
        for (Map.Entry<Instant, Map<String, ObservedStatus>> moment : statuses().entrySet()) {
            ObjectNode objects = moments.putObject(moment.getKey().toString());
            moment.getValue().forEach((object, status) -> objects.set(object, JSON.valueToTree(status)));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(moments) + "\n";
    }

    Map<Instant, Map<String, ObservedStatus>> statuses() throws IOException {
        Published published = published();
        var statuses = new LinkedHashMap<Instant, Map<String, ObservedStatus>>();
        Map<String, ObservedStatus> observed = Map.of();
        for (Moment moment : moments()) {
            var situation =
                    new Situation(published, key -> Moment.VERSION, moment.fleet(), moment::usesOf, moment::discovered);
            var now = new LinkedHashMap<String, ObservedStatus>();
            for (Resource resource : objects(published.world())) {
                String key = resource.key().toString();
                ObservedStatus status = status(situation, resource, observed.get(key), moment.at());
                if (status != null) {
                    now.put(key, status);
                }
            }
            statuses.put(moment.at(), now);
            observed = now;
        }
        return statuses;
    }

    private static @Nullable ObservedStatus status(
            Situation situation, Resource resource, @Nullable ObservedStatus observed, Instant now) {
        return switch (resource.kind()) {
            case MCP_SERVER ->
                new ServerStatus()
                        .status(situation, resource.key(), (McpServerStatus) observed, now)
                        .status();
            case MCP_ALLOW_LIST ->
                new AllowListStatus()
                        .status(situation, resource.key(), (McpAllowListStatus) observed, now)
                        .status();
            case MCP_CLIENT ->
                new ClientStatus()
                        .status(situation, resource.key(), (McpClientStatus) observed, now)
                        .status();
            case MCP_USER ->
                new UserStatus()
                        .status(situation, resource.key(), (McpUserStatus) observed, now)
                        .status();
            case MCP_GATEWAY ->
                new GatewayStatus()
                        .status(situation, resource.key(), (McpGatewayStatus) observed, now)
                        .status();
            case SECRET, NAMESPACE -> null;
        };
    }

    private static List<Resource> objects(World world) {
        var objects = new ArrayList<Resource>();
        objects.addAll(world.servers());
        objects.addAll(world.allowLists());
        objects.addAll(world.clients());
        objects.addAll(world.users());
        objects.addAll(world.gateways());
        return objects;
    }

    private Published published() throws IOException {
        var manifest = new ManifestReader(name -> null)
                .read("in-objects.yaml", Files.readString(folder.resolve("in-objects.yaml")));
        ManifestSet manifests = ManifestSet.of(List.of(manifest));
        if (!manifests.findings().isEmpty()) {
            throw new IllegalStateException(name() + " cannot be read: " + manifests.findings());
        }
        World world = manifests.world(Map.of());
        Translation translation = new Translator(Environment.CLUSTER).translate(world);
        return new Published(Moment.VERSION, world, translation.config(), translation.findings(), Map.of());
    }

    private List<Moment> moments() throws IOException {
        List<Map<String, Object>> moments = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(folder.resolve("in-moments.yaml")));
        return moments.stream().map(Moment::of).toList();
    }
}
