package dev.gatehouse.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.OperatorOptions;
import dev.gatehouse.operator.lease.LeaseTimes;
import dev.gatehouse.operator.watch.WatchedNamespaces;
import io.fabric8.kubernetes.client.Config;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OperatorCommandTest {

    @TempDir
    Path folder;

    private final List<OperatorOptions> started = new ArrayList<>();
    private final StringWriter errors = new StringWriter();
    private Path kubeconfig = Path.of("");

    @BeforeEach
    void writeKubeconfig() throws Exception {
        kubeconfig = Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                contexts: [{name: c, context: {cluster: c, user: u, namespace: from-context}}]
                users: [{name: u, user: {token: none}}]
                current-context: c
                """);
    }

    @Test
    void kubeconfigIsEnough() {
        OperatorOptions options = started(Map.of());

        assertThat(options.namespaces()).isEqualTo(WatchedNamespaces.ALL);
        assertThat(options.operatorNamespace()).isEqualTo("from-context");
        assertThat(options.link().listen().getPort()).isEqualTo(8444);
        assertThat(options.management()).isEmpty();
        assertThat(options.leaseName()).isEqualTo("gatehouse-operator");
        assertThat(options.leaseTimes()).isEqualTo(LeaseTimes.DEFAULT);
        assertThat(options.identity()).matches("host_[0-9a-f]{8}");
    }

    @Test
    void everyFlagIsTaken() {
        OperatorOptions options = started(
                Map.of(),
                "--namespaces=team-a,team-b",
                "--operator-namespace=gatehouse-system",
                "--link-listen=127.0.0.1:9444",
                "--link-names=operator.example.com,10.0.0.1",
                "--management-listen=127.0.0.1:9090",
                "--lease-name=lease",
                "--lease-duration=30s",
                "--renew-deadline=20s",
                "--retry-period=5s",
                "--identity=pod-1");

        assertThat(options.namespaces().names()).containsExactlyInAnyOrder("team-a", "team-b");
        assertThat(options.operatorNamespace()).isEqualTo("gatehouse-system");
        assertThat(options.link().listen().getPort()).isEqualTo(9444);
        assertThat(options.pki().operatorNames()).isEqualTo(Set.of("operator.example.com", "10.0.0.1"));
        assertThat(options.management().orElseThrow().getPort()).isEqualTo(9090);
        assertThat(options.leaseName()).isEqualTo("lease");
        assertThat(options.leaseTimes())
                .isEqualTo(new LeaseTimes(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(5)));
        assertThat(options.identity()).startsWith("pod-1_");
    }

    @Test
    void variableStandsForAFlagAndAFlagWins() {
        var environment = Map.of("GATEHOUSE_OPERATOR_LEASE_NAME", "variable", "GATEHOUSE_OPERATOR_NAMESPACES", "a,b");

        assertThat(started(environment).leaseName()).isEqualTo("variable");
        assertThat(started(environment).namespaces().names()).containsExactlyInAnyOrder("a", "b");
        assertThat(started(environment, "--lease-name=flag").leaseName()).isEqualTo("flag");
    }

    @Test
    void leaseThatTwoCouldHoldAtOnceIsWrongUsage() {
        assertThat(run(Map.of(), "--lease-duration=5s")).isEqualTo(2);
        assertThat(errors.toString()).contains("the lease duration must be longer than the renew deadline");
        assertThat(started).isEmpty();
    }

    @Test
    void missingKubeconfigIsWrongUsage() {
        assertThat(run(Map.of(), "--kubeconfig=" + folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(errors.toString()).contains("--kubeconfig").contains("cannot be read");
    }

    private OperatorOptions started(Map<String, String> environment, String... arguments) {
        started.clear();
        run(environment, arguments);
        assertThat(started).as(errors.toString()).hasSize(1);
        return started.getFirst();
    }

    /** The launcher ends the command, which would otherwise wait for a signal. */
    private int run(Map<String, String> environment, String... arguments) {
        OperatorStart launcher = (Config cluster, OperatorOptions options) -> {
            started.add(options);
            throw new IllegalStateException("enough");
        };
        var all = new ArrayList<>(List.of("--kubeconfig=" + kubeconfig));
        all.addAll(List.of(arguments));
        if (List.of(arguments).stream().anyMatch(argument -> argument.startsWith("--kubeconfig"))) {
            all.removeFirst();
        }
        CommandLine command =
                OperatorCommand.commandLine(environment, launcher, new HolderName("host"), Clock.systemUTC());
        command.setErr(new PrintWriter(errors, true));
        return command.execute(all.toArray(String[]::new));
    }
}
