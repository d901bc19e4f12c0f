package dev.gatehouse.gateway.source.directory;

import static dev.gatehouse.gateway.testing.Manifest.client;
import static dev.gatehouse.gateway.testing.Manifest.clientSecret;
import static dev.gatehouse.gateway.testing.Manifest.secret;
import static dev.gatehouse.gateway.testing.Manifest.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.ServerId;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when something is missing or changed: the promise, as far as the folder goes. */
class DirectorySourceTest {

    private static final String ALICE = Tokens.of("alice");
    private static final String ANOTHER = Tokens.of("another");
    private static final String BOB = Tokens.of("bob");

    @TempDir
    Path temp;

    private FollowedFolder folder = new FollowedFolder(Path.of(""));

    @BeforeEach
    void twoClients() {
        folder = new FollowedFolder(temp);
        folder.client("alice.yaml", "alice", ALICE).client("bob.yaml", "bob", BOB);
    }

    @AfterEach
    void othersAreUntouched() throws IOException {
        folder.close();
        assertThat(folder.accepts(BOB)).isTrue();
    }

    @Test
    void configurationIsInForceWhenStartReturns() {
        folder.follow();

        assertThat(folder.accepts(ALICE)).isTrue();
        assertThat(folder.now().version()).isEqualTo(1);
    }

    @Test
    void deletedClientIsGone() {
        folder.follow();
        folder.delete("alice.yaml");

        folder.awaitRefused(ALICE);
        assertThat(folder.client("alice")).isNull();
    }

    @Test
    void suspendedClientAuthenticatesNobody() {
        folder.follow();
        folder.write("alice.yaml", client("alice", "[]", "  suspend: true"), clientSecret("alice", ALICE));

        folder.awaitRefused(ALICE);
    }

    @Test
    void deletedSecretStopsItsTokenOnly() {
        String tokens =
                "tokens: [{name: a, secretRef: {name: alice-token}}, {name: b, secretRef: {name: other-token}}]";
        folder.write("alice.yaml", client("alice", "[]").replaceFirst("tokens: .*", tokens));
        folder.write("a.yaml", clientSecret("alice", ALICE)).write("b.yaml", secret("other-token", "token", ANOTHER));
        folder.follow();
        folder.delete("a.yaml");

        folder.awaitRefused(ALICE);
        assertThat(folder.accepts(ANOTHER)).isTrue();
    }

    @Test
    void secretThatLosesItsKeyStopsItsToken() {
        folder.follow();
        folder.write("alice.yaml", client("alice", "[]"), secret("alice-token", "other", ALICE));

        folder.awaitRefused(ALICE);
    }

    @Test
    void changedSecretRefusesTheOldValueAndAcceptsTheNew() {
        folder.follow();
        folder.client("alice.yaml", "alice", ANOTHER);

        folder.awaitAccepted(ANOTHER);
        assertThat(folder.accepts(ALICE)).isFalse();
    }

    @Test
    void sameTokenInTwoClientsIsRefusedForBoth() {
        folder.follow();
        folder.client("mallory.yaml", "mallory", ALICE);

        folder.awaitRefused(ALICE);
        folder.delete("mallory.yaml");
        folder.awaitAccepted(ALICE);
    }

    @Test
    void invalidObjectLeavesTheOthersOfItsFileServed() {
        folder.follow();
        folder.write(
                "alice.yaml", client("carol", "not a list"), client("alice", "[]"), clientSecret("alice", ANOTHER));

        folder.awaitAccepted(ANOTHER);
        assertThat(folder.client("carol")).isNull();
    }

    @Test
    void fileThatStopsParsingLosesItsObjectsAtOnce() {
        folder.follow();
        folder.write("alice.yaml", client("alice", "[]"), clientSecret("alice", ALICE), "{{{");

        folder.awaitRefused(ALICE);
        assertThat(folder.client("alice")).isNull();
        folder.client("alice.yaml", "alice", ALICE);
        folder.awaitAccepted(ALICE);
    }

    @Test
    void removedRuleNarrowsTheGrants() {
        folder.write("github.yaml", server("github", "http://127.0.0.1:1/mcp", ""));
        folder.write("alice.yaml", client("alice", "[{server: github}]"), clientSecret("alice", ALICE));
        folder.follow();
        assertThat(aliceMayUseGithub()).isTrue();
        folder.client("alice.yaml", "alice", ALICE);

        await().until(() -> !aliceMayUseGithub());
    }

    private boolean aliceMayUseGithub() {
        Principal alice = Objects.requireNonNull(folder.client("alice"));
        var use = new Action.Tool(new ServerId(Manifest.NAMESPACE, "github"), "search");
        return Decider.decide(alice.grants(), use).isAllowed();
    }

    @Test
    void unchangedFilesKeepTheirObjects() {
        folder.follow();
        Principal before = folder.client("bob");
        folder.client("alice.yaml", "alice", ANOTHER);
        folder.awaitAccepted(ANOTHER);

        assertThat(folder.client("bob")).isSameAs(before);
    }

    @Test
    void sameContentWrittenAgainIsNoSwap() {
        folder.follow();
        folder.client("alice.yaml", "alice", ALICE).client("carol.yaml", "carol", ANOTHER);
        folder.awaitAccepted(ANOTHER);

        assertThat(folder.now().version()).isEqualTo(2);
    }

    @Test
    void variableComesFromTheEnvironment() {
        folder.client("alice.yaml", "alice", "${ALICE_TOKEN}");
        folder.follow(FollowedFolder.NO_RESCAN, Map.of("ALICE_TOKEN", ANOTHER));

        assertThat(folder.accepts(ANOTHER)).isTrue();
    }

    @Test
    void missingFolderIsAnErrorAtTheStart() {
        folder.follow();
        var store = new AccessStore(Clock.systemUTC());

        assertThatThrownBy(() -> DirectorySource.start(
                        temp.resolve("absent"), FollowedFolder.NO_RESCAN, Map.of(), Clock.systemUTC(), store))
                .isInstanceOf(NotDirectoryException.class);
        assertThat(store.current()).isNull();
    }
}
