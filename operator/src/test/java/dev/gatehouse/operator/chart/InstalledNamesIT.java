package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testbed.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the examples look for Gatehouse is where the documented command puts it. */
class InstalledNamesIT {

    private static final Pattern INSTALL = Pattern.compile("helm install (\\S+) charts/gatehouse --namespace (\\S+)");
    private static final Pattern URL = Pattern.compile("https://\\S+/mcp");

    private final Chart chart = new Chart(Helm.found());

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "charts/gatehouse/README.md", "docs/install.md"})
    void documentedCommandMakesTheReleaseThatTheseTestsRender(String page) throws IOException {
        MatchResult command = found(INSTALL, page);

        assertThat(command.group(1)).isEqualTo(Chart.RELEASE);
        assertThat(command.group(2)).isEqualTo(Chart.NAMESPACE);
    }

    @Test
    void podOfTheExampleCallsTheServiceOfTheGateways() throws IOException {
        URI called = URI.create(found(URL, "examples/serviceaccount/pod.yaml").group());
        JsonNode service = chart.render("gateway.tls.secretName=gatehouse-tls").ofKind("Service").stream()
                .filter(one -> called.getHost().equals(Rendered.name(one) + "." + Chart.NAMESPACE + ".svc"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Service is called " + called.getHost()));

        JsonNode port = service.at("/spec/ports/0");
        assertThat(port.path("targetPort").asText()).isEqualTo("mcp");
        assertThat(port.path("port").asInt()).isEqualTo(443);
        assertThat(port.path("appProtocol").asText()).isEqualTo(called.getScheme());
        assertThat(Files.readString(Repository.resolve("examples/serviceaccount/README.md")))
                .contains("allowedHosts: [" + called.getHost() + "]");
    }

    @Test
    void documentedRemovalNamesEverythingThatTheOperatorWritesForItself() throws IOException {
        String removal = Files.readString(Repository.resolve("docs/install.md"));
        Set<String> own = Grant.of(chart.render("gateway.allowPlainHttp=true"), Chart.NAMESPACE).stream()
                .filter(grant -> grant.namespace().equals(Chart.NAMESPACE))
                .flatMap(grant -> grant.names().stream()
                        .map(name -> grant.resource().equals("leases") ? "delete lease " + name : name))
                .collect(Collectors.toSet());

        assertThat(own)
                .hasSize(5)
                .allSatisfy(name ->
                        assertThat(removal).containsPattern("kubectl -n " + Chart.NAMESPACE + " [^\n]*" + name));
    }

    private static MatchResult found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(Repository.resolve(file)))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no " + pattern));
    }
}
