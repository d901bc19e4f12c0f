package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code make crds} runs this with {@code -Dgolden.update=true}. */
class CrdFilesTest {

    private static final Path FOLDER = Path.of("../crds");

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
