package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code make crds} runs this with {@code -Dgolden.update=true}. */
class CrdFilesTest {

    private static final Path FOLDER = Path.of("../crds");

    private static final Path REFERENCE = Path.of("../docs/reference.md");

    @Test
    void committedCrdsAreWhatTheRecordsSay() throws IOException {
        Map<String, String> generated = GeneratedCrds.byFile();
        if (Boolean.getBoolean("golden.update")) {
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(committed()).isEqualTo(new TreeMap<>(generated));
    }

    @Test
    void referenceIsWhatTheCrdsSay() throws IOException {
        var json = new KubernetesSerialization();
        String page = ReferencePage.of(GeneratedCrds.byFile().values().stream()
                .map(yaml -> json.unmarshal(yaml, CustomResourceDefinition.class))
                .toList());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(REFERENCE, page);
        }
        assertThat(Files.readString(REFERENCE)).isEqualTo(page);
    }

    @Test
    void everyFieldIsDescribedAndBounded() {
        var json = new KubernetesSerialization();
        GeneratedCrds.byFile().values().forEach(yaml -> {
            var root = json.unmarshal(yaml, CustomResourceDefinition.class)
                    .getSpec()
                    .getVersions()
                    .getFirst()
                    .getSchema()
                    .getOpenAPIV3Schema();
            assertThat(Unfinished.of(root)).isEmpty();
        });
    }

    private static Map<String, String> committed() throws IOException {
        var committed = new TreeMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return committed;
    }
}
