package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.model.translate.Translator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an API server refuses, a folder refuses as well, and says of it what the CRD says. */
class SameVerdictTest {

    /** What an API server says of its own accord, as a pattern, and what a folder says in its place. */
    private static final Map<String, String> OWN_WORDS = Map.of(
            "Unsupported value", "must be one of",
            "Required value", "is missing",
            "unknown field", "is unknown",
            "Duplicate value", "has the same name as an earlier",
            "(greater|less) than or equal to( .*)?", "must be from",
            "may not be more than ([0-9]+)", "$1",
            "must have at most ([0-9]+) items", "at most $1");

    /** The path of a field, where an API server's sentence is not worth holding. */
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z]+(?:\\[[0-9]+])?\\.)*([A-Za-z]+)(?:\\[[0-9]+])?");

    @TestFactory
    Stream<DynamicTest> objectThatTheApiServerRefusesIsRefusedInAFolderInTheSameWords() throws IOException {
        return InvalidCase.all().stream()
                .map(invalid -> DynamicTest.dynamicTest(
                        invalid.name(),
                        () -> assertThat(errors(invalid))
                                .anySatisfy(
                                        error -> assertThat(error).contains(inAFolder(invalid.expectedMessage())))));
    }

    /** What an API server would really answer is the business of {@link InvalidObjectsIT}. */
    @TestFactory
    Stream<DynamicTest> crdKnowsTheWordsThatTheApiServerIsExpectedToSay() throws IOException {
        String crds = String.join("\n", GeneratedCrds.byFile().values());
        return InvalidCase.all().stream()
                .map(InvalidCase::expectedMessage)
                .filter(message -> OWN_WORDS.keySet().stream().noneMatch(message::matches))
                .distinct()
                .map(message -> DynamicTest.dynamicTest(
                        message,
                        () -> assertThat(crds).contains(PATH.matcher(message).replaceFirst("$1"))));
    }

    private static String inAFolder(String message) {
        return OWN_WORDS.entrySet().stream()
                .filter(words -> message.matches(words.getKey()))
                .map(words -> message.replaceAll(words.getKey(), words.getValue()))
                .findFirst()
                .orElse(message);
    }

    private static List<String> errors(InvalidCase invalid) {
        Manifest manifest = new ManifestReader(name -> null).read(invalid.name(), invalid.yaml());
        var world = ManifestSet.of(List.of(manifest)).world(Map.of());
        return Stream.concat(
                        manifest.findings().stream()
                                .filter(finding -> finding.problem().isError())
                                .map(ManifestFinding::message),
                        new Translator(Environment.CLUSTER)
                                .translate(world).findings().stream()
                                        .filter(finding -> finding.reason() == Reason.INVALID)
                                        .map(Finding::message))
                .toList();
    }
}
