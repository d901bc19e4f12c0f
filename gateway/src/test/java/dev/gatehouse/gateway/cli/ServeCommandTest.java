package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.BuildVersion;
import dev.gatehouse.gateway.ConfigSource;
import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.gateway.audit.AuditDestination;
import dev.gatehouse.gateway.source.link.LinkOptions;
import dev.gatehouse.gateway.tls.TlsFiles;
import dev.gatehouse.model.option.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void manifestsAreEnoughToServeOnLoopback() {
        GatewayOptions options = started(Map.of());

        assertThat(options.listen().getAddress().isLoopbackAddress()).isTrue();
        assertThat(options.listen().getPort()).isEqualTo(8080);
        assertThat(options.tls()).isEmpty();
        assertThat(options.management()).isEmpty();
        assertThat(options.sessionKeyFile()).isEmpty();
        assertThat(options.audit()).isEqualTo(new AuditDestination.StandardOutput());
        assertThat(options.source()).isEqualTo(new ConfigSource.Directory(folder, Duration.ofSeconds(2)));
        assertThat(options.allowPlainHttp()).isFalse();
        assertThat(options.decisions()).isEqualTo(1000);
    }

    @Test
    void everyFlagIsTaken() {
        GatewayOptions options = started(
                Map.of(),
                "--listen=[::1]:9000",
                "--management-listen=127.0.0.1:9001",
                "--tls-cert=a.crt",
                "--tls-key=a.key",
                "--allow-plain-http",
                "--session-key-file=session.key",
                "--audit=audit.log",
                "--decisions=5",
                "--rescan-interval=500ms");

        assertThat(options.listen().getPort()).isEqualTo(9000);
        assertThat(options.management().orElseThrow().getPort()).isEqualTo(9001);
        assertThat(options.tls()).contains(new TlsFiles(Path.of("a.crt"), Path.of("a.key")));
        assertThat(options.allowPlainHttp()).isTrue();
        assertThat(options.sessionKeyFile()).contains(Path.of("session.key"));
        assertThat(options.audit()).isEqualTo(new AuditDestination.File(Path.of("audit.log")));
        assertThat(options.source()).isEqualTo(new ConfigSource.Directory(folder, Duration.ofMillis(500)));
        assertThat(options.decisions()).isEqualTo(5);
    }

    @Test
    void everyFlagCanBeAVariable() {
        Run run = Run.gatehouse(
                Map.of(
                        "GATEHOUSE_MANIFESTS", folder.toString(),
                        "GATEHOUSE_LISTEN", "0.0.0.0:9000",
                        "GATEHOUSE_ALLOW_PLAIN_HTTP", "true",
                        "GATEHOUSE_AUDIT", "none",
                        "GATEHOUSE_RESCAN_INTERVAL", "1m",
                        "GATEHOUSE_SESSION_KEY_FILE", "session.key"),
                "serve");

        GatewayOptions options = Objects.requireNonNull(run.started(), run.err());
        assertThat(options.listen().getPort()).isEqualTo(9000);
        assertThat(options.audit()).isEqualTo(new AuditDestination.None());
        assertThat(options.source()).isEqualTo(new ConfigSource.Directory(folder, Duration.ofMinutes(1)));
        assertThat(options.sessionKeyFile()).isEqualTo(Optional.of(Path.of("session.key")));
    }

    @Test
    void flagWinsOverItsVariable() {
        assertThat(started(Map.of("GATEHOUSE_AUDIT", "none"), "--audit=stdout").audit())
                .isEqualTo(new AuditDestination.StandardOutput());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--listen=8080                    | is not HOST:PORT",
                "--listen=127.0.0.1:99999         | is not a port",
                "--listen=::1:8080                | stands in brackets",
                "--listen=no.such.host.invalid:80 | is not an address",
                "--listen=0.0.0.0:8080            | --allow-plain-http",
                "--rescan-interval=soon           | is not a duration",
                "--rescan-interval=1ms            | out of range",
                "--decisions=-1                   | a number from 0 to 100000",
                "--decisions=many                 | --decisions",
                "--tls-cert=a.crt                 | belong together",
                "--tls-key=a.key                  | belong together",
                "--manifests=absent               | is not a folder",
                "--nonsense                       | nonsense"
            })
    void wrongValueIsOneClearLineAndTwo(String flag, String complaint) {
        Run run = flag.startsWith("--manifests")
                ? Run.gatehouse(Map.of(), "serve", flag)
                : Run.gatehouse(Map.of(), "serve", "--manifests=" + folder, flag);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("gatehouse serve: ")
                .contains(complaint)
                .hasLineCount(1);
        assertThat(run.started()).isNull();
    }

    @Test
    void operatorIsTheOtherSource() {
        Run run = Run.gatehouse(
                Map.of("GATEHOUSE_OPERATOR_CA", "ca.crt"),
                "serve",
                "--operator=gatehouse-operator:8444,[::1]:8445",
                "--operator-cert=tls.crt",
                "--operator-key=tls.key",
                "--name=gw-0");

        GatewayOptions options = Objects.requireNonNull(run.started(), run.err());
        assertThat(options.source())
                .isEqualTo(new ConfigSource.OperatorLink(new LinkOptions(
                        List.of(new HostPort("gatehouse-operator", 8444), new HostPort("::1", 8445)),
                        Path.of("ca.crt"),
                        new TlsFiles(Path.of("tls.crt"), Path.of("tls.key")),
                        "gw-0",
                        BuildVersion.read(),
                        LinkOptions.REPORT_EVERY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--operator=op:8444                                    | --operator-ca",
                "--operator=op                                         | is not HOST:PORT",
                "--operator=op:99999                                   | is not a port",
                "--operator=op:0 --operator-ca=a --operator-cert=b --operator-key=c | at port 0",
                "--operator=op:8444 --manifests=.                      | one source",
                "--operator=op:8444 --operator-ca=a --operator-cert=b --operator-key=c --name=a/b | --name",
                "--operator=op:8444 --session-key-file=k               | hands out the session keys"
            })
    void wrongWayToAnOperatorIsOneClearLineAndTwo(String flags, String complaint) {
        String[] arguments = ("serve " + flags).split(" ");
        Run run = Run.gatehouse(Map.of(), arguments);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).hasLineCount(1);
    }

    @Test
    void missingManifestsIsNamed() {
        Run run = Run.gatehouse(Map.of(), "serve");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--manifests").hasLineCount(1);
    }

    @Test
    void noSubcommandIsWrongUsage() {
        Run run = Run.gatehouse(Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("gatehouse: say what to do: serve, check, ")
                .hasLineCount(1);
    }

    @Test
    void failedStartIsOneLineAndOne() {
        Run run = Run.gatehouse(Map.of(), "serve", "--manifests=" + folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("gatehouse serve: " + Run.REFUSAL + "\n");
    }

    @Test
    void helpHasExamplesAndExitCodes() {
        assertThat(Run.gatehouse(Map.of(), "--help").out()).contains("Examples:", "Exit codes:", "serve", "check");
        assertThat(Run.gatehouse(Map.of(), "serve", "--help").out())
                .contains("GATEHOUSE_TLS_CERT", "Examples:", "Exit codes:", "--rescan-interval");
        assertThat(Run.gatehouse(Map.of(), "check", "--help").out()).contains("--strict", "Exit codes:");
    }

    @Test
    void versionIsPrinted() {
        assertThat(Run.gatehouse(Map.of(), "--version").out())
                .startsWith("gatehouse " + System.getProperty("gatehouse.version") + ", Java ");
    }

    private GatewayOptions started(Map<String, String> environment, String... flags) {
        String[] arguments = new String[flags.length + 2];
        arguments[0] = "serve";
        arguments[1] = "--manifests=" + folder;
        System.arraycopy(flags, 0, arguments, 2, flags.length);
        Run run = Run.gatehouse(environment, arguments);
        return Objects.requireNonNull(run.started(), run.err());
    }
}
