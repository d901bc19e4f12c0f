package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.ModernClient;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C23: every request sees one whole configuration, and a name that comes back inherits nothing. */
class C23RacesAndNamesakesIT {

    private static final String ODD = "[{server: gamma, tools: [one, three]}]";
    private static final String EVEN = "[{server: gamma, tools: [two, four]}]";

    private final RecordingUpstream gamma =
            RecordingUpstream.modern(Catalogue.empty().tools("one", "two", "three", "four"));
    private final RecordingUpstream delta =
            RecordingUpstream.modern(Catalogue.empty().tools("one", "delta_only"));
    private final GatewayFixture gateway = GatewayFixture.start(folder -> folder.modernServer("gamma", gamma)
            .write("away.yaml", Manifest.server("away", "http://127.0.0.1:1/mcp", "  protocol: Legacy"))
            .client("alice", ODD)
            .client("bob", "[{server: gamma}, {server: away}]"));

    @AfterEach
    void close() throws IOException {
        gateway.close();
        gamma.close();
        delta.close();
    }

    @Test
    void aListDuringSwapsIsTheOldOneOrTheNewOneAndNeverAMixture() throws Exception {
        var done = new AtomicBoolean();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> seen = IntStream.range(0, 4)
                    .mapToObj(i -> callers.submit(() -> listUntil(done)))
                    .toList();
            for (int i = 0; i < 10; i++) {
                String rules = i % 2 == 0 ? EVEN : ODD;
                gateway.change(folder -> folder.write("alice.yaml", Manifest.client("alice", rules)));
            }
            done.set(true);
            for (Future<List<String>> lists : seen) {
                assertThat(lists.get())
                        .isNotEmpty()
                        .isSubsetOf("[gamma__one, gamma__three]", "[gamma__two, gamma__four]");
            }
        }
    }

    @Test
    void aDeletedClientThatComesBackUnderItsNameInheritsNothing() {
        LegacyClient before = gateway.legacy("/mcp", "bob");
        gateway.change(folder -> folder.delete("bob.yaml"));
        assertThat(call("bob", "gamma__one").status()).isEqualTo(401);

        gateway.change(folder -> folder.write("bob.yaml", Manifest.client("bob", "[]")));

        await().untilAsserted(
                        () -> assertThat(call("bob", "gamma__one").errorCode()).isEqualTo(-32602));
        RawResponse old = before.callTool("gamma__one", "{}");
        assertThat(old.answer().has("result")).as(old.visible()).isFalse();
        assertThat(gamma.received("tools/call")).isEmpty();
    }

    @Test
    void aServerThatIsRenamedTakesNoGrantsToItsNewName() {
        gateway.change(folder -> folder.write(
                "gamma.yaml", Manifest.modernServer("gamma", gamma).replace("name: gamma", "name: renamed")));

        assertThat(call("alice", "gamma__one").errorCode()).isEqualTo(-32602);
        assertThat(call("alice", "renamed__one").errorCode()).isEqualTo(-32602);
        assertThat(gamma.received("tools/call")).isEmpty();
    }

    @Test
    void aKeyThatMovesToAnotherServerTakesNoGrantsAlong() {
        gateway.change(folder -> folder.write(
                "gamma.yaml",
                Manifest.server("gamma", gamma.url(), "  protocol: Modern\n  exposeAs: first"),
                Manifest.server("delta", delta.url(), "  protocol: Modern\n  exposeAs: gamma")));

        assertThat(call("alice", "gamma__one").errorCode()).isEqualTo(-32602);
        assertThat(call("alice", "first__one").answer().has("result")).isTrue();
        assertThat(delta.received("tools/call")).isEmpty();
    }

    @Test
    void theSameNameInAnotherNamespaceIsAnotherServer() {
        gateway.change(folder -> writeDelta(folder));

        assertThat(call("alice", "delta__one").errorCode()).isEqualTo(-32602);
        assertThat(call("bob", "delta__delta_only").errorCode()).isEqualTo(-32602);
        assertThat(delta.received("tools/call")).isEmpty();
    }

    private void writeDelta(ManifestFolder folder) {
        folder.write(
                "delta.yaml",
                Manifest.server("gamma", delta.url(), "  protocol: Modern\n  exposeAs: delta")
                        .replace("namespace: " + Manifest.NAMESPACE, "namespace: team-b"));
    }

    private RawResponse call(String client, String tool) {
        return new ModernClient(gateway.raw(), "/mcp", Tokens.of(client)).callTool(tool, "{}");
    }

    private List<String> listUntil(AtomicBoolean done) {
        var seen = new ArrayList<String>();
        while (!done.get()) {
            var names = new ArrayList<String>();
            gateway.modern("/mcp", "alice")
                    .ask("tools/list", "{}")
                    .answer()
                    .at("/result/tools")
                    .forEach(tool -> names.add(tool.path("name").asText()));
            seen.add(names.toString());
        }
        return seen;
    }
}
