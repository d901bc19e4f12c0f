package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Manifests of a few servers and clients in which every obstacle stands now and then. Seeded. */
final class RandomFolder {

    static final List<String> CLIENTS = List.of("c0", "c1", "c2", "c3", "c4");
    static final List<String> NAMES = List.of("get_a", "get_b", "list_a", "delete", "get_secret");
    static final List<String> URIS =
            List.of("r://a/x", "r://a/x?y", "r://a/../x", "r://b/x", "r://a/x%3Ay", "r://a/x/");

    private static final List<String> PATTERNS = List.of("*", "get_*", "*_a", "get_a", "delete", "get_secret*");
    private static final List<String> URI_PATTERNS = List.of("*", "r://a/*", "r://a/x", "r://a/../x", "r://b/*");

    private final Random random;

    RandomFolder(long seed) {
        this.random = new Random(seed);
    }

    void write(ManifestFolder folder, Map<String, RecordingUpstream> servers) {
        servers.forEach((name, upstream) -> folder.write(
                name + ".yaml",
                Manifest.server(name, upstream.url(), "  protocol: Modern\n  suspend: " + (random.nextInt(6) == 0))));
        folder.write("list.yaml", Manifest.allowList("list", rules(servers)));
        for (String client : CLIENTS) {
            String refs = random.nextBoolean() ? "  allowListRefs: [{name: list}]\n" : "";
            folder.client(client, rules(servers), refs + "  suspend: " + (random.nextInt(6) == 0));
            if (random.nextInt(6) == 0) {
                folder.delete(client + "-token.yaml");
            }
        }
    }

    private String rules(Map<String, RecordingUpstream> servers) {
        return list(3, () -> rule(new ArrayList<>(servers.keySet())));
    }

    private String rule(List<String> servers) {
        var rule = new StringBuilder("{server: ").append(random.nextInt(6) == 0 ? "\"*\"" : pick(servers));
        if (random.nextInt(6) != 0) {
            rule.append(", tools: ").append(patterns(PATTERNS));
            rule.append(", prompts: ").append(patterns(PATTERNS));
            rule.append(", resources: ").append(patterns(URI_PATTERNS));
        }
        if (random.nextInt(3) == 0) {
            rule.append(", except: {tools: ")
                    .append(patterns(PATTERNS))
                    .append(", resources: ")
                    .append(patterns(URI_PATTERNS))
                    .append('}');
        }
        return rule.append('}').toString();
    }

    private String patterns(List<String> from) {
        return list(3, () -> Json.string(pick(from)));
    }

    private String list(int bound, Supplier<String> one) {
        var items = new ArrayList<String>();
        for (int i = random.nextInt(bound); i >= 0; i--) {
            items.add(one.get());
        }
        return "[" + String.join(", ", items) + "]";
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
