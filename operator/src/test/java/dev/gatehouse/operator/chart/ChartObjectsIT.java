package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.Kubectl;
import dev.gatehouse.testbed.TestApiServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A real API server accepts every object, with no field that it does not know. */
@ExtendWith(ApiServerExtension.class)
class ChartObjectsIT {

    static final List<Path> VALUES = Chart.sampleValues();

    /** Kinds whose CRDs are other projects'. */
    private static final Set<String> OTHERS = Set.of("HTTPRoute", "ServiceMonitor");

    private final Chart chart = new Chart(Helm.found());

    @ParameterizedTest
    @FieldSource("VALUES")
    void everyObjectIsAccepted(Path values, TestApiServer server) {
        for (String namespace : List.of(Chart.NAMESPACE, "team-a", "team-b")) {
            server.client()
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .serverSideApply();
        }

        var refused = new ArrayList<String>();
        for (JsonNode object : chart.render(values).objects()) {
            if (!OTHERS.contains(object.path("kind").asText())) {
                String own = Rendered.namespace(object);
                Kubectl.Result applied = server.kubectl()
                        .runWith(
                                object.toString(),
                                "apply",
                                "--namespace=" + (own.isEmpty() ? Chart.NAMESPACE : own),
                                "--server-side",
                                "--force-conflicts",
                                "--dry-run=server",
                                "--validate=strict",
                                "--filename=-");
                if (applied.exitCode() != 0 || applied.errors().contains("Warning")) {
                    refused.add(object.path("kind").asText() + " " + Rendered.name(object) + ": " + applied.errors());
                }
            }
        }
        assertThat(refused).isEmpty();
    }
}
