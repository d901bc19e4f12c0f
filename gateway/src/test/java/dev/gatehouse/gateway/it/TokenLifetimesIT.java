package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens by time, by digest, from files and from the environment. */
class TokenLifetimesIT {

    @TempDir
    private Path secrets;

    private final SettableClock clock = new SettableClock();
    private final RecordingUpstream gamma =
            RecordingUpstream.modern(Catalogue.empty().tools("open"));

    @AfterEach
    void close() throws IOException {
        gamma.close();
    }

    @Test
    void aTokenIsGoodFromItsFirstInstantToBeforeItsLast() throws IOException {
        try (GatewayFixture gateway = start("{name: timed, sha256: '" + Tokens.sha256(Tokens.of("alice"))
                + "', notBefore: '" + clock.instant().plusSeconds(10)
                + "', expiresAt: '" + clock.instant().plusSeconds(60) + "'}")) {
            assertThat(status(gateway)).as("before its time").isEqualTo(401);
            clock.advance(Duration.ofSeconds(10));
            assertThat(status(gateway)).as("at its first instant").isEqualTo(200);
            clock.advance(Duration.ofSeconds(49));
            assertThat(status(gateway)).as("just before its end").isEqualTo(200);
            clock.advance(Duration.ofSeconds(1));
            assertThat(status(gateway)).as("at its end").isEqualTo(401);
        }
    }

    @Test
    void aStreamEndsWithTheTokenThatOpenedIt() throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(4));
        try (GatewayFixture gateway = GatewayFixture.start(folder -> folder.modernServer("gamma", gamma)
                        .write(
                                "alice.yaml",
                                client("{name: timed, sha256: '" + Tokens.sha256(Tokens.of("alice")) + "', expiresAt: '"
                                        + end + "'}")));
                EventStream listen = gateway.modern("/mcp", "alice").listen("{'toolsListChanged': true}")) {
            assertThat(listen.status()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(15)).until(listen::ended);

            assertThat(Instant.now()).isAfterOrEqualTo(end);
        }
    }

    @Test
    void aTokenFromAFileFollowsTheFile() throws IOException {
        Path file = Files.writeString(secrets.resolve("token"), Tokens.of("alice") + "\n");
        try (GatewayFixture gateway = start("{name: filed, file: '" + file + "'}")) {
            assertThat(status(gateway)).isEqualTo(200);

            Files.writeString(file, Tokens.of("another") + "\n");

            await().atMost(GatewayFixture.ENFORCED_WITHIN)
                    .untilAsserted(() -> assertThat(status(gateway)).isEqualTo(401));
            assertThat(gateway.modern("/mcp", "another").ask("tools/list", "{}").status())
                    .isEqualTo(200);

            Files.delete(file);

            await().atMost(GatewayFixture.ENFORCED_WITHIN)
                    .untilAsserted(() -> assertThat(gateway.modern("/mcp", "another")
                                    .ask("tools/list", "{}")
                                    .status())
                            .isEqualTo(401));
        }
    }

    @Test
    void aTokenFromTheEnvironmentIsRead() throws IOException {
        try (GatewayFixture gateway = start("{name: ambient, env: ALICE_TOKEN}")) {
            assertThat(status(gateway)).isEqualTo(200);
        }
    }

    @Test
    void anUnsetVariableRefusesTheObjectThatNamesIt() throws IOException {
        try (GatewayFixture gateway = start("{name: ambient, env: ALICE_TOKEN}")) {
            gateway.change(folder -> folder.write(
                    "alice.yaml",
                    client("{name: x, env: ALICE_TOKEN}").replace("spec:", "spec:\n  description: ${NOPE}")));

            assertThat(status(gateway)).isEqualTo(401);
        }
    }

    private GatewayFixture start(String token) {
        return GatewayFixture.start(
                folder -> folder.modernServer("gamma", gamma).write("alice.yaml", client(token)),
                options -> options.withClock(clock).withEnvironment(Map.of("ALICE_TOKEN", Tokens.of("alice"))));
    }

    private static String client(String token) {
        return Manifest.client("alice", "[{server: gamma}]")
                .replace("{name: current, secretRef: {name: alice-token}}", token);
    }

    private static int status(GatewayFixture gateway) {
        return gateway.modern("/mcp", "alice").ask("tools/list", "{}").status();
    }
}
