package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.model.translate.Translator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The CRDs and the translation say the same of every object that can be judged by itself. */
@ExtendWith(ApiServerExtension.class)
class AcceptedObjectsIT {

    @TestFactory
    Stream<DynamicTest> everyExampleIsAccepted(TestApiServer server) throws IOException {
        assertThat(Worlds.examples()).isNotEmpty();
        return Worlds.examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    try (AppliedWorld applied = AppliedWorld.of(server, example.manifests())) {
                        assertThat(applied.refused()).isEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatTheTranslationFindsInvalidIsRefusedAndTheRestAccepted(TestApiServer server)
            throws IOException {
        return Worlds.goldens().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> {
                    try (AppliedWorld applied = AppliedWorld.of(server, golden.manifests())) {
                        assertThat(applied.refused().keySet()).isEqualTo(invalid(golden));
                    }
                }));
    }

    private static Set<ResourceKey> invalid(Worlds golden) throws IOException {
        var invalid = new TreeSet<ResourceKey>();
        for (Finding finding :
                new Translator(Environment.CLUSTER).translate(golden.world()).findings()) {
            if (finding.reason() == Reason.INVALID && !isBeyondTheApiServer(finding)) {
                invalid.add(finding.resource());
            }
        }
        return invalid;
    }

    /** What stands in a Secret is not the CRD's to judge, and JSON in UTF-8 cannot carry half a character. */
    private static boolean isBeyondTheApiServer(Finding finding) {
        return finding.message().contains("the Secret's value")
                || finding.message().contains("well-formed Unicode");
    }
}
