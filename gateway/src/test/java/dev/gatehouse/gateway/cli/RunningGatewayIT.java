package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Tokens;
import dev.gatehouse.gateway.tls.Certificates;
import dev.gatehouse.gateway.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that use a gateway, against a real one in front of a real socket. */
class RunningGatewayIT {

    private final RecordingUpstream demo = RecordingUpstream.legacy(
            Catalogue.empty().tools("add", "drop").prompts("review").resources("doc://a"));

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws IOException {
        demo.close();
    }

    @Test
    void aUserSeesAndUsesWhatItMayUse() throws IOException {
        try (GatewayFixture gateway = start(options -> options)) {
            assertThat(as(gateway, "ada", "ls").out()).contains("demo", "team-a/demo", "Legacy", "available");
            assertThat(as(gateway, "ada", "ls", "tools").out())
                    .contains("demo__add", "Scripted tool add")
                    .doesNotContain("drop");
            assertThat(as(gateway, "ada", "ls", "prompts").out()).contains("demo__review");
            assertThat(as(gateway, "ada", "ls", "resources").out()).contains("doc://a");
            assertThat(as(gateway, "ada", "ls", "tools", "demo__add").out()).contains("inputSchema:");

            Run call = as(gateway, "ada", "call", "demo__add", "--arg", "a=1", "--output=json");
            assertThat(call.exitCode()).as(call.err()).isZero();
            assertThat(Json.parse(call.out()).path("content").isArray()).isTrue();
            assertThat(demo.only("tools/call").json().path("params").path("arguments"))
                    .isEqualTo(Json.quoted("{'a': '1'}"));
            assertThat(as(gateway, "ada", "render", "demo__review").exitCode()).isZero();
            assertThat(as(gateway, "ada", "read", "doc://a").exitCode()).isZero();
            demo.assertNeverSaw(Tokens.of("ada"));
        }
    }

    @Test
    void whatAUserMayNotUseIsNotThere() throws IOException {
        try (GatewayFixture gateway = start(options -> options)) {
            Run hidden = as(gateway, "ada", "call", "demo__drop");
            Run unknown = as(gateway, "ada", "call", "demo__nothing");

            assertThat(hidden.exitCode()).isEqualTo(1);
            assertThat(hidden.err()).isEqualTo(unknown.err()).contains("HTTP 404");
            assertThat(demo.received("tools/call")).isEmpty();
        }
    }

    @Test
    void exitCodesTellStrangersUsersAndAdministratorsApart() throws IOException {
        try (GatewayFixture gateway = start(options -> options)) {
            assertThat(as(gateway, "nobody", "whoami").exitCode()).isEqualTo(3);
            assertThat(as(gateway, "agent", "whoami").exitCode()).isEqualTo(3);
            assertThat(as(gateway, "ada", "get", "clients").exitCode()).isEqualTo(4);
            assertThat(as(gateway, "ada", "whoami").out()).contains("name   team-a/ada", "role   User");
        }
    }

    @Test
    void anAdministratorSeesPrincipalsDecisionsAndConfiguration() throws IOException {
        try (GatewayFixture gateway = start(options -> options)) {
            assertThat(as(gateway, "root", "get", "clients").out()).contains("team-a/agent", "usable");
            assertThat(as(gateway, "root", "get", "users", "--limit=1").out()).hasLineCount(2);
            assertThat(as(gateway, "root", "get", "clients", "team-a/agent").out())
                    .contains("name: agent");
            assertThat(as(gateway, "root", "get", "findings").exitCode()).isZero();
            assertThat(as(gateway, "root", "get", "config").out()).contains("version:", "digest:", "clients: 1");

            as(gateway, "ada", "call", "demo__drop");
            assertThat(as(gateway, "root", "get", "decisions", "--principal=user/team-a/ada", "--verdict=denied")
                            .out())
                    .contains("user/team-a/ada", "tools/call", "demo drop", "denied");
        }
    }

    @Test
    void aPrivateCaIsTrustedWhereItIsNamedAndOnlyThere() throws Exception {
        TlsFiles files = Certificates.create(folder, "gateway", "EC");
        try (GatewayFixture gateway = start(options -> options.withTls(files))) {
            String url = "https://localhost:" + gateway.gateway().address().getPort();

            Run trusting = run(url, "ada", "whoami", "--ca=" + files.certificates());
            assertThat(trusting.exitCode()).as(trusting.err()).isZero();
            Run doubting = run(url, "ada", "whoami");
            assertThat(doubting.exitCode()).isEqualTo(5);
            assertThat(doubting.err()).contains("no TLS with " + url, "--ca").hasLineCount(1);
        }
    }

    private GatewayFixture start(UnaryOperator<GatewayOptions> options) {
        return GatewayFixture.start(
                manifests -> {
                    manifests.legacyServer("demo", demo).client("agent", "[{server: demo}]");
                    user(manifests, "ada", "User", "[{server: demo, tools: [add], prompts: ['*'], resources: ['*']}]");
                    user(manifests, "root", "Admin", "[]");
                },
                options);
    }

    private static void user(ManifestFolder manifests, String name, String role, String allow) {
        manifests.write(
                name + ".yaml", """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpUser
                metadata: {name: %s, namespace: %s}
                spec:
                  role: %s
                  tokens: [{name: laptop, sha256: "%s"}]
                  allow: %s
                """.formatted(name, Manifest.NAMESPACE, role, Tokens.sha256(Tokens.of(name)), allow));
    }

    private static Run as(GatewayFixture gateway, String user, String... arguments) {
        return run(gateway.base().toString(), user, arguments);
    }

    private static Run run(String url, String user, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url=" + url);
        return Run.gatehouse(Map.of("GATEHOUSE_TOKEN", Tokens.of(user)), all.toArray(String[]::new));
    }
}
