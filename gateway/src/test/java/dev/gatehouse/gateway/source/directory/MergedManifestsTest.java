package dev.gatehouse.gateway.source.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergedManifestsTest {

    private final ManifestReader reader = new ManifestReader(name -> null);
    private final MergedManifests merged = new MergedManifests();

    /** Names come from a small set, so that files define objects twice, stop doing so and break in between. */
    @Test
    void mergingGivesWhatReadingEverythingGives() {
        var random = new Random(3);
        Map<String, Manifest> files = new TreeMap<>();
        for (int round = 0; round < 1_000; round++) {
            String file = "f" + random.nextInt(8) + ".yaml";
            if (random.nextInt(5) == 0) {
                files.remove(file);
            } else {
                files.put(file, reader.read(file, text(random)));
            }

            assertThat(merged.of(files.values())).isEqualTo(ManifestSet.of(files.values()));
        }
    }

    @Test
    void unchangedManifestsGiveTheSameObjects() {
        Manifest kept = reader.read("kept.yaml", client("kept"));
        ManifestSet before = merged.of(List.of(kept, reader.read("other.yaml", client("other"))));
        ManifestSet after = merged.of(List.of(kept, reader.read("other.yaml", client("another"))));

        assertThat(after.resources()).hasSize(2).contains(before.resources().getFirst());
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int object = random.nextInt(4); object > 0; object--) {
            text.append(client("c" + random.nextInt(30))).append("---\n");
        }
        return random.nextInt(10) == 0 ? text + "{{{" : text.toString();
    }

    private static String client(String name) {
        return "apiVersion: gatehouse.dev/v1alpha1\nkind: McpClient\nmetadata: {name: " + name
                + "}\nspec: {allow: []}\n";
    }
}
