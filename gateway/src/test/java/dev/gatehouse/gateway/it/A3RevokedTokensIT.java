package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A3: a token that is taken away ends what it opened, at the swap and for good. */
class A3RevokedTokensIT {

    private final Scene scene = Scene.open();

    @AfterEach
    void close() throws IOException {
        scene.close();
    }

    @Test
    void aRotatedTokenEndsEveryStreamThatItOpenedAndNoOther() throws IOException {
        assertStreamsEndAfter(
                folder -> folder.write("alice-token.yaml", Manifest.clientSecret("alice", Tokens.of("alice-next"))));

        assertThat(scene.modern("/mcp", "alice-next").ask("tools/list", "{}").status())
                .as("the new token")
                .isEqualTo(200);
    }

    @Test
    void aDeletedSecretEndsEveryStreamThatItsTokenOpenedAndNoOther() throws IOException {
        assertStreamsEndAfter(folder -> folder.delete("alice-token.yaml"));
    }

    private void assertStreamsEndAfter(Consumer<ManifestFolder> edit) throws IOException {
        LegacyClient session = scene.gateway().legacy("/mcp", "alice");
        scene.alpha().script("tools/call", scene.alpha().openStream(": begun\n\n"));
        scene.gamma().script("tools/call", scene.gamma().openStream(": begun\n\n"));
        try (EventStream standing = session.listen();
                EventStream legacyCall = scene.raw().open(session.toolCall("alpha__open", "{}"));
                EventStream modernCall = scene.raw().open(scene.allowedCall(Side.MODERN));
                EventStream listen = scene.modern("/mcp", "alice").listen("{'toolsListChanged': true}");
                EventStream other = scene.gateway().legacy("/mcp", "root").listen()) {
            var streams = List.of(standing, legacyCall, modernCall, listen);
            assertThat(streams).allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));
            assertThat(streams).noneMatch(EventStream::ended);

            scene.gateway().change(edit);

            await().atMost(GatewayFixture.ENFORCED_WITHIN)
                    .untilAsserted(() -> assertThat(streams).allMatch(EventStream::ended));
            assertThat(other.ended()).as("another client's stream").isFalse();
        }
        scene.upstreams().forEach(RecordingUpstream::behave);
        assertThat(session.ask("ping", "{}").status())
                .as("the old token on its session")
                .isEqualTo(401);
        scene.refused(scene.allowedCallWith(Side.MODERN, Tokens.of("alice")), 401);
    }
}
