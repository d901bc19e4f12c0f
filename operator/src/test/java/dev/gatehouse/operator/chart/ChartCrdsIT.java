package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CRDs of the chart are those of the repository. */
class ChartCrdsIT {

    private static final String KEEP = "helm.sh/resource-policy";
    private static final String CRD = "CustomResourceDefinition";

    private final Chart chart = new Chart(Helm.found());

    @Test
    void releaseBringsExactlyTheCrdsOfTheRepository() throws IOException {
        List<JsonNode> rendered =
                chart.render("gateway.allowPlainHttp=true", "crds.keep=false").ofKind(CRD);

        assertThat(rendered).hasSize(5).containsExactlyInAnyOrderElementsOf(inRepository());
    }

    @Test
    void keptCrdsDifferByTheAnnotationAlone() throws IOException {
        List<JsonNode> rendered = chart.render("gateway.allowPlainHttp=true").ofKind(CRD);

        assertThat(rendered).allSatisfy(crd -> {
            var annotations = (ObjectNode) crd.at("/metadata/annotations");
            assertThat(annotations.path(KEEP).asText()).isEqualTo("keep");
            annotations.remove(KEEP);
            if (annotations.isEmpty()) {
                ((ObjectNode) crd.path("metadata")).remove("annotations");
            }
        });
        assertThat(rendered).containsExactlyInAnyOrderElementsOf(inRepository());
    }

    @Test
    void crdsCanBeLeftToSomebodyElse() {
        assertThat(chart.render("gateway.allowPlainHttp=true", "crds.install=false")
                        .ofKind(CRD))
                .isEmpty();
    }

    private static List<JsonNode> inRepository() throws IOException {
        var crds = new ArrayList<JsonNode>();
        try (var files = Files.list(Repository.resolve("crds"))) {
            for (Path file : files.toList()) {
                crds.add(Rendered.yaml(Files.readString(file)));
            }
        }
        return crds;
    }
}
