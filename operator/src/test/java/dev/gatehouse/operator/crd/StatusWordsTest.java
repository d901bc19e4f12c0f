package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.model.resource.status.TokenState;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.operator.status.EventReason;
import dev.gatehouse.operator.status.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The reference knows every word that a program or a person can meet in a status. */
class StatusWordsTest {

    private static final Path REFERENCE = Path.of("../docs/reference.md");
    private static final Path TRANSLATIONS = Path.of("../model/src/test/resources/translate");
    private static final Path STATUSES = Path.of("src/test/resources/status");

    /** No golden case gives these: an API server refuses the first, and a status is seldom so long. */
    private static final EnumSet<WarningText> UNSEEN = EnumSet.of(WarningText.SAME_SERVICE_ACCOUNT, WarningText.MORE);

    @Test
    void everyConditionStandsBesideEachOfItsReasonsInTheReference() throws IOException {
        List<String> lines = Files.readAllLines(REFERENCE);
        for (Vocabulary.Word word : Vocabulary.words()) {
            assertThat(lines)
                    .as(word.toString())
                    .anyMatch(line -> line.startsWith("| `" + word.reason().text() + "` | ")
                            && line.split(" \\| ", -1)[1].contains(
                                    "`" + word.type().text() + "`"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonOfAFindingStandsInTheReference(Reason reason) throws IOException {
        assertThat(Files.readString(REFERENCE)).contains("`" + reason.text() + "`");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateOfATokenStandsInTheReference(TokenState state) throws IOException {
        assertThat(Files.readString(REFERENCE)).contains("| `" + StatusSections.text(state) + "` | ");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonOfAnEventStandsInTheReference(EventReason reason) throws IOException {
        assertThat(Files.readString(REFERENCE)).contains("| `" + reason.text() + "` | ");
    }

    @Test
    void everyWarningOfAGoldenCaseIsOneOfTheReference() throws IOException {
        var seen = EnumSet.copyOf(UNSEEN);
        var warnings = warningsOfTranslations();
        warnings.addAll(warningsOfStatuses());
        for (String warning : warnings) {
            assertThat(WarningText.of(warning)).as(warning).hasSize(1);
            seen.addAll(WarningText.of(warning));
        }
        assertThat(seen).containsExactlyInAnyOrder(WarningText.values());
    }

    private static List<String> warningsOfTranslations() throws IOException {
        var warnings = new ArrayList<String>();
        try (var files = Files.walk(TRANSLATIONS)) {
            for (Path file :
                    files.filter(path -> path.endsWith("out-findings.yaml")).toList()) {
                List<Map<String, String>> findings =
                        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
                findings.stream()
                        .filter(finding -> Reason.WARNING.text().equals(finding.get("reason")))
                        .forEach(finding -> warnings.add(finding.get("message")));
            }
        }
        return warnings;
    }

    private static List<String> warningsOfStatuses() throws IOException {
        var warnings = new ArrayList<String>();
        try (var files = Files.walk(STATUSES)) {
            for (Path file :
                    files.filter(path -> path.endsWith("out-statuses.json")).toList()) {
                new ObjectMapper()
                        .readTree(Files.readString(file))
                        .findValues("warnings")
                        .forEach(list -> list.forEach(warning -> warnings.add(warning.textValue())));
            }
        }
        return warnings;
    }
}
