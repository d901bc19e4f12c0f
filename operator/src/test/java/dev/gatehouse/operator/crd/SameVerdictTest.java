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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an API server refuses, a folder refuses as well. */
class SameVerdictTest {

    @TestFactory
    Stream<DynamicTest> objectThatTheApiServerRefusesIsRefusedInAFolder() throws IOException {
        return InvalidCase.all().stream()
                .map(invalid -> DynamicTest.dynamicTest(
                        invalid.name(), () -> assertThat(errors(invalid)).isNotEmpty()));
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
