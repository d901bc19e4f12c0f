package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.examples.demo.DemoServer;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.SdkClient;
import dev.gatehouse.model.access.MintedToken;
import io.modelcontextprotocol.spec.McpError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example's files of MCPJungle and a few more, imported, and a gateway over the result in front of the demo server. */
class McpJungleImportIT {

    private static final Path EXAMPLE = Path.of("../examples/mcpjungle-import");
    private static final DemoServer DEMO = DemoServer.start(0);
    private static final String VARIABLE_TOKEN = "variable-token-Qe7rT1yU5iO9";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TEAM", "research", "DEMO_URL", DEMO.url().toString(), "ENV_TOKEN", VARIABLE_TOKEN);
    private static final GatewayFixture GATEWAY =
            GatewayFixture.start(McpJungleImportIT::importExample, options -> options.withEnvironment(ENVIRONMENT));

    private static void importExample(ManifestFolder folder) {
        Path home = folder.path().resolveSibling("home");
        try {
            copyExample(home);
            write(home, "servers/demo.json", "{'name': 'demo', 'transport': 'streamable_http', 'url': '${DEMO_URL}'}");
            write(
                    home,
                    "servers/Odd_Name.json",
                    "{'name': 'Odd_Name', 'transport': 'streamable_http', 'url': '${DEMO_URL}'}");
            write(home, "clients/minted.json", "{'name': 'minted', 'allow_list': ['Odd_Name']}");
            write(home, "clients/env.json", "{'name': 'env', 'access_token_ref': {'env': 'ENV_TOKEN'}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process =
                new ProcessContext(ENVIRONMENT, new ByteArrayInputStream(new byte[0]), home, new SplittableRandom(1));
        Run run = Run.gatehouse(
                process,
                "import",
                "mcpjungle",
                "jungle",
                "--output-dir",
                folder.path().toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static void copyExample(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = home.resolve(EXAMPLE.relativize(file));
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
    }

    private static void write(Path home, String file, String json) throws IOException {
        Files.writeString(home.resolve("jungle").resolve(file), json.replace('\'', '"'));
    }

    @BeforeEach
    void forget() {
        DEMO.forget();
    }

    @AfterAll
    static void close() throws IOException {
        GATEWAY.close();
        DEMO.close();
    }

    @Test
    void aListedServerMayBeUsedAndAnotherOneMayNot() {
        try (SdkClient client = connect(token("tokens/editor"))) {
            assertThat(client.call("demo__add", Map.of("a", 1, "b", 2))).isEqualTo("3");
            assertThat(client.toolNames()).isNotEmpty().allMatch(name -> name.startsWith("demo__"));
            assertThat(client.mcp().listPrompts().prompts()).isNotEmpty();
            assertThatThrownBy(() -> client.call("Odd_Name__add", Map.of("a", 1, "b", 2)))
                    .isInstanceOf(McpError.class);
        }
        assertThat(DEMO.calls()).hasSize(1);
    }

    @Test
    void aServersNameStaysTheSameForClients() {
        String minted = MintedToken.mint(new SplittableRandom(1)).text();
        try (SdkClient client = connect(minted)) {
            assertThat(client.call("Odd_Name__add", Map.of("a", 2, "b", 2))).isEqualTo("4");
            assertThat(client.toolNames()).allMatch(name -> name.startsWith("Odd_Name__"));
        }
    }

    @Test
    void theStarMayUseEveryServer() {
        try (SdkClient client = connect("demo-only-ops-Vq3bX0s7Jt2nYk9LwEo4")) {
            assertThat(client.toolNames()).contains("demo__add", "Odd_Name__add");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-only-idle-Hc8uP1z6Rm5gTd2KfWx7", VARIABLE_TOKEN})
    void anEmptyListAndADeadEntryGrantNothing(String token) {
        assertThat(LegacyClient.connect(GATEWAY.raw(), "/mcp", token)
                        .callTool("demo__add", "{'a': 1, 'b': 2}")
                        .visible())
                .contains("Unknown tool");
        assertThat(DEMO.calls()).isEmpty();
    }

    @Test
    void theTokenOfAUserIsNobodysOnTheMcpEndpoints() {
        Stream.of(token("tokens/ada"), "demo-only-bob-Jn4vQ9y1Sb6hLe3CzGa8")
                .forEach(user -> Stream.of("/mcp", "/servers/demo/mcp")
                        .forEach(path -> assertThat(GATEWAY.raw()
                                        .send(RawRequest.post(path, "{}").bearer(user))
                                        .status())
                                .isEqualTo(401)));
        assertThat(GATEWAY.gateway().store().current()).isNotNull();
        assertThat(DEMO.calls()).isEmpty();
    }

    @Test
    void aChangedTokenFileCountsWithoutAnotherImport() throws IOException {
        Path file = GATEWAY.home().resolve("home/tokens/editor");
        String before = Files.readString(file);
        String next = "next-editor-token-Wb5nC2xZ8vM1";
        try {
            GATEWAY.change(folder -> replace(file, next));
            try (SdkClient client = connect(next)) {
                assertThat(client.toolNames()).isNotEmpty();
            }
        } finally {
            GATEWAY.change(folder -> replace(file, before));
        }
    }

    private static void replace(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(String file) {
        try {
            return Files.readString(EXAMPLE.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SdkClient connect(String token) {
        return SdkClient.connect(GATEWAY.base(), "/mcp", token);
    }
}
