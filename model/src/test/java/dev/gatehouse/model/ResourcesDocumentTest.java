package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.model.translate.Translation;
import dev.gatehouse.model.translate.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/resources.md shows is what the program accepts. */
class ResourcesDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/resources.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> everyYamlBlockIsAcceptedWithoutAFinding() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(3);
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.lines().skip(1).findFirst().orElse(""), () -> accepts(block)));
    }

    @Test
    void everyReasonIsExplainedWithItsCondition() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Reason reason : Reason.values()) {
            String condition = reason.condition().isEmpty() ? "–" : "`" + reason.condition() + "`";
            assertThat(document).contains("| `" + reason.text() + "` | " + condition + " |");
        }
    }

    private static void accepts(String yaml) {
        ManifestSet manifests = ManifestSet.of(List.of(new ManifestReader(name -> null).read("resources.md", yaml)));
        assertThat(manifests.findings()).isEmpty();
        assertThat(manifests.resources()).isNotEmpty();
        Translation translation = new Translator(Environment.DIRECTORY).translate(manifests.world(Map.of()));
        assertThat(translation.findings()).extracting(Finding::message).isEmpty();
    }
}
