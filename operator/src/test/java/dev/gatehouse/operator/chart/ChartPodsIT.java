package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every pod of the chart is denied, and how it is judged alive, whatever the values are. */
class ChartPodsIT {

    static final List<Path> VALUES = Chart.sampleValues();

    private final Chart chart = new Chart(Helm.found());

    @ParameterizedTest
    @FieldSource("VALUES")
    void gatewayHasNoTokenForTheApiServer(Path values) {
        JsonNode gateway = chart.render(values).deployment("gateway").at("/spec/template/spec");

        assertThat(gateway.path("automountServiceAccountToken").asText()).isEqualTo("false");
        assertThat(gateway.path("volumes")).noneMatch(volume -> volume.has("projected"));
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void serviceAccountsHandTheirTokenToNobodyUnasked(Path values) {
        assertThat(chart.render(values).ofKind("ServiceAccount"))
                .isNotEmpty()
                .allMatch(account ->
                        account.path("automountServiceAccountToken").asText().equals("false"));
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void podsRunAsNobodyInParticular(Path values) {
        assertThat(chart.render(values).pods()).hasSize(2).allSatisfy(pod -> {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("containers")).hasSize(1);
            assertThat(pod.path("hostNetwork").asBoolean()).isFalse();
            assertThat(pod.path("volumes")).noneMatch(volume -> volume.has("hostPath"));
        });
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void containersCanNeitherGainRightsNorWriteTheirImage(Path values) {
        assertThat(chart.render(values).pods())
                .extracting(pod -> pod.path("containers").path(0))
                .hasSize(2)
                .allSatisfy(container -> {
                    JsonNode security = container.path("securityContext");
                    assertThat(security.path("allowPrivilegeEscalation").asText())
                            .isEqualTo("false");
                    assertThat(security.path("readOnlyRootFilesystem").asBoolean())
                            .isTrue();
                    assertThat(Rendered.texts(security.at("/capabilities/drop")))
                            .containsExactly("ALL");
                    assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
                });
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void probesAskWhatTheProcessesAnswer(Path values) {
        assertThat(chart.render(values).pods())
                .extracting(pod -> pod.path("containers").path(0))
                .allSatisfy(container -> {
                    assertThat(probe(container, "startupProbe")).isEqualTo("/healthz");
                    assertThat(probe(container, "livenessProbe")).isEqualTo("/healthz");
                    assertThat(probe(container, "readinessProbe")).isEqualTo("/readyz");
                });
    }

    private static String probe(JsonNode container, String name) {
        JsonNode get = container.path(name).path("httpGet");
        assertThat(container.path("ports"))
                .as("a port of that name")
                .anyMatch(port -> port.path("name").equals(get.path("port")));
        return get.path("path").asText();
    }
}
