package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promise of what happens when something is missing, row by row, as far as it exists without Kubernetes. */
class MissingThingsIT {

    private static final String ALL = "[{server: gamma}]";

    private final Scene scene = Scene.open(folder -> folder.write(
                    "twice.yaml",
                    Manifest.client("twice", ALL)
                            .replace(
                                    "secretRef: {name: twice-token}}",
                                    "secretRef: {name: twice-token}}, {name: next, secretRef: {name: next-token}}"),
                    Manifest.clientSecret("twice", Tokens.of("twice")))
            .write("next.yaml", Manifest.clientSecret("next", Tokens.of("next")))
            .client("bystander", ALL));

    /** Another client's stream, which nothing that happens to the rest may touch. */
    private final EventStream bystander = scene.modern("/mcp", "bystander").listen("{'toolsListChanged': true}");

    @BeforeEach
    void bystanderIsServed() {
        await().untilAsserted(() -> assertThat(bystander.messages()).hasSize(1));
    }

    @AfterEach
    void othersAreUntouched() throws IOException {
        assertThat(bystander.ended()).as("the stream of another client").isFalse();
        assertThat(status("bystander")).as("another client").isEqualTo(200);
        bystander.close();
        scene.close();
    }

    @Test
    void aDeletedSecretTakesItsTokenAndLeavesTheOtherTokenOfTheClient() {
        scene.gateway().change(folder -> folder.delete("next.yaml"));

        assertThat(status("next")).isEqualTo(401);
        assertThat(status("twice")).isEqualTo(200);
    }

    @Test
    void anEmptiedSecretTakesItsToken() {
        scene.gateway().change(folder -> folder.write("next.yaml", Manifest.clientSecret("next", "")));

        assertThat(status("next")).isEqualTo(401);
        assertThat(status("twice")).isEqualTo(200);
    }

    @Test
    void aSecretWithoutTheKeyTakesItsToken() {
        scene.gateway()
                .change(folder -> folder.write("next.yaml", Manifest.secret("next-token", "other", Tokens.of("next"))));

        assertThat(status("next")).isEqualTo(401);
        assertThat(status("twice")).isEqualTo(200);
    }

    @Test
    void aChangedSecretRefusesTheOldValueTakesTheNewOneAndClosesStreams() {
        closesStreamsOf(
                "alice",
                folder -> folder.write("alice-token.yaml", Manifest.clientSecret("alice", Tokens.of("alice-new"))));

        assertThat(status("alice")).isEqualTo(401);
        assertThat(status("alice-new")).isEqualTo(200);
    }

    @Test
    void aDeletedClientIsRefusedOnTheNextRequestAndItsStreamsClose() {
        closesStreamsOf("alice", folder -> folder.delete("alice.yaml"));

        assertThat(status("alice")).isEqualTo(401);
    }

    @Test
    void aSuspendedClientIsRefusedOnTheNextRequestAndItsStreamsClose() {
        closesStreamsOf(
                "alice", folder -> folder.write("alice.yaml", Manifest.client("alice", ALL, "  suspend: true")));

        assertThat(status("alice")).isEqualTo(401);

        scene.gateway().change(folder -> folder.write("alice.yaml", Manifest.client("alice", ALL)));
        assertThat(status("alice")).as("resumed").isEqualTo(200);
    }

    @Test
    void aRemovedRuleNarrowsListsAndCallsTogether() {
        assertThat(visibleTools("alice")).contains("gamma__open", "gamma__get_one");

        scene.gateway()
                .change(folder ->
                        folder.write("alice.yaml", Manifest.client("alice", "[{server: gamma, tools: [get_one]}]")));

        assertThat(visibleTools("alice")).contains("gamma__get_one").doesNotContain("gamma__open");
        assertThat(scene.refused(scene.allowedCall(Side.MODERN), 200).errorCode())
                .isEqualTo(-32602);
    }

    @Test
    void aRemovedAllowListTakesItsGrantsAndNoMore() {
        scene.gateway()
                .change(folder -> folder.write(
                        "list.yaml",
                        Manifest.allowList("shared", "[{server: gamma, tools: [open]}]"),
                        Manifest.client(
                                "lister", "[{server: gamma, tools: [get_one]}]", "  allowListRefs: [{name: shared}]"),
                        Manifest.clientSecret("lister", Tokens.of("lister"))));
        assertThat(visibleTools("lister")).contains("gamma__open", "gamma__get_one");

        scene.gateway()
                .change(folder -> folder.write(
                        "list.yaml",
                        Manifest.client(
                                "lister", "[{server: gamma, tools: [get_one]}]", "  allowListRefs: [{name: shared}]"),
                        Manifest.clientSecret("lister", Tokens.of("lister"))));

        assertThat(visibleTools("lister")).contains("gamma__get_one").doesNotContain("gamma__open");
        scene.refused(scene.call(Side.MODERN, "/mcp", "lister", "gamma__open"), 200);
    }

    @Test
    void aRemovedExceptionListNeverWidens() {
        String refs = "  allowListRefs: [{name: narrow}]";
        scene.gateway()
                .change(folder -> folder.write(
                        "narrow.yaml",
                        Manifest.allowList("narrow", "[{server: gamma, tools: ['*'], except: {tools: [closed]}}]"),
                        Manifest.client("narrowed", "[{server: gamma, tools: [open]}]", refs),
                        Manifest.clientSecret("narrowed", Tokens.of("narrowed"))));
        scene.refused(scene.call(Side.MODERN, "/mcp", "narrowed", "gamma__closed"), 200);

        scene.gateway()
                .change(folder -> folder.write(
                        "narrow.yaml",
                        Manifest.client("narrowed", "[{server: gamma, tools: [open]}]", refs),
                        Manifest.clientSecret("narrowed", Tokens.of("narrowed"))));

        assertThat(visibleTools("narrowed")).contains("gamma__open").doesNotContain("gamma__get_one", "gamma__closed");
        scene.refused(scene.call(Side.MODERN, "/mcp", "narrowed", "gamma__closed"), 200);
    }

    @Test
    void aRemovedServerIsUnknownToEverybody() {
        LegacyClient session = scene.gateway().legacy("/mcp", "alice");
        scene.gateway().change(folder -> folder.delete("alpha.yaml"));

        assertThat(scene.modern("/servers/alpha/mcp", "alice")
                        .ask("tools/list", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(session.callTool("alpha__open", "{}").errorCode()).isEqualTo(-32602);
        assertThat(session.ask("tools/list", "{}").body()).doesNotContain("alpha");
    }

    @Test
    void aPermissionThatTheServersOwnerWithdrawsIsGone() {
        String shared = Manifest.server(
                        "shared", scene.gamma().url(), "  protocol: Modern\n  allowedNamespaces: {from: All}")
                .replace("namespace: team-a", "namespace: platform");
        scene.gateway()
                .change(folder -> folder.write(
                        "shared.yaml",
                        shared,
                        Manifest.client("guest", "[{server: shared, namespace: platform}]"),
                        Manifest.clientSecret("guest", Tokens.of("guest"))));
        assertThat(visibleTools("guest")).contains("shared__open");

        scene.gateway()
                .change(folder -> folder.write(
                        "shared.yaml",
                        shared.replace("from: All", "from: Same"),
                        Manifest.client("guest", "[{server: shared, namespace: platform}]"),
                        Manifest.clientSecret("guest", Tokens.of("guest"))));

        assertThat(visibleTools("guest")).isEqualTo("[]");
        scene.refused(scene.call(Side.MODERN, "/mcp", "guest", "shared__open"), 200);
    }

    @Test
    void theSameTokenInTwoClientsIsRefusedForBothUntilItIsUniqueAgain() {
        closesStreamsOf(
                "alice",
                folder -> folder.write(
                        "thief.yaml",
                        Manifest.client("thief", "[]"),
                        Manifest.clientSecret("thief", Tokens.of("alice"))));
        assertThat(status("alice")).isEqualTo(401);

        scene.gateway().change(folder -> folder.delete("thief.yaml"));
        assertThat(status("alice")).isEqualTo(200);
    }

    @Test
    void anInvalidObjectIsRefusedAndEverythingElseIsServed() {
        scene.gateway()
                .change(folder ->
                        folder.write("alice.yaml", Manifest.client("alice", "[{server: gamma, tols: [open]}]")));

        assertThat(status("alice")).isEqualTo(401);
        assertThat(status("twice")).isEqualTo(200);
    }

    @Test
    void aFileThatStopsParsingTakesItsObjectsAndNotTheLastGoodVersion() {
        closesStreamsOf("alice", folder -> folder.write("alice.yaml", "kind: McpClient\n  metadata: {nam"));

        assertThat(status("alice")).isEqualTo(401);
        assertThat(status("twice")).isEqualTo(200);

        scene.gateway().change(folder -> folder.write("alice.yaml", Manifest.client("alice", ALL)));
        assertThat(status("alice")).as("repaired").isEqualTo(200);
    }

    @Test
    void aServerFileThatStopsParsingTakesTheServer() {
        scene.gateway().change(folder -> folder.write("beta.yaml", "{{{"));

        assertThat(scene.gateway()
                        .legacy("/mcp", "root")
                        .callTool("beta__open", "{}")
                        .errorCode())
                .isEqualTo(-32602);
        assertThat(scene.gateway()
                        .legacy("/mcp", "root")
                        .callTool("alpha__open", "{}")
                        .answer()
                        .has("result"))
                .isTrue();
    }

    private void closesStreamsOf(String client, Consumer<ManifestFolder> edit) {
        scene.alpha().script("tools/call", scene.alpha().openStream(": begun\n\n"));
        LegacyClient session = scene.gateway().legacy("/mcp", client);
        try (EventStream standing = session.listen();
                EventStream call = scene.raw().open(session.toolCall("alpha__open", "{}"));
                EventStream listen = scene.modern("/mcp", client).listen("{'toolsListChanged': true}")) {
            var streams = List.of(standing, call, listen);
            assertThat(streams).allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));

            scene.gateway().change(edit);

            await().atMost(GatewayFixture.ENFORCED_WITHIN)
                    .untilAsserted(() -> assertThat(streams).allMatch(EventStream::ended));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            scene.alpha().behave();
        }
    }

    private int status(String token) {
        return scene.modern("/mcp", token).ask("tools/list", "{}").status();
    }

    private String visibleTools(String client) {
        RawResponse answer = scene.modern("/mcp", client).ask("tools/list", "{}");
        assertThat(answer.status()).as(answer.visible()).isEqualTo(200);
        return answer.answer().at("/result/tools").toString();
    }
}
