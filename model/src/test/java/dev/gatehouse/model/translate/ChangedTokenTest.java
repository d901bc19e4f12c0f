package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A value that tokens are read from changes, and no object does. */
class ChangedTokenTest {

    private static final String OLD = "0123456789abcdef-old";
    private static final String NEW = "0123456789abcdef-new";

    private final Translator translator = new Translator(Environment.DIRECTORY);
    private final List<Resource> clients = List.of(
            client("by-env", new TokenSource("t", null, null, null, "TOKEN", null, null)),
            client("by-file", new TokenSource("t", null, null, "token.txt", null, null, null)),
            client("by-secret", new TokenSource("t", new SecretKeyRef("keys", "of-one"), null, null, null, null, null)),
            client("likewise", new TokenSource("t", new SecretKeyRef("keys", "of-two"), null, null, null, null, null)));

    @Test
    void changedFileIsReadAgainForWhoeverReadsIt() {
        List<Principal> before = translate(OLD, OLD + "-file", "first", "second");
        List<Principal> after = translate(OLD, NEW, "first", "second");

        assertThat(tokens(after.get(1))).containsExactly(TokenDigest.ofToken(NEW));
        assertThat(after.get(0)).isSameAs(before.get(0));
    }

    @Test
    void changedVariableIsReadAgainForWhoeverReadsIt() {
        List<Principal> before = translate(OLD, OLD + "-file", "first", "second");
        List<Principal> after = translate(NEW, OLD + "-file", "first", "second");

        assertThat(tokens(after.get(0))).containsExactly(TokenDigest.ofToken(NEW));
        assertThat(after.get(1)).isSameAs(before.get(1));
    }

    @Test
    void changedSecretIsReadAgainForAllWhoReadIt() {
        translate(OLD + "-env", OLD, "first", "second");
        List<Principal> after = translate(OLD + "-env", OLD, "third", "fourth");

        assertThat(tokens(after.get(2))).containsExactly(TokenDigest.ofToken("0123456789abcdef-third"));
        assertThat(tokens(after.get(3))).containsExactly(TokenDigest.ofToken("0123456789abcdef-fourth"));
    }

    @Test
    void tokenThatBecomesThatOfAnotherIsTakenFromBoth() {
        translate(OLD + "-env", OLD, "first", "second");
        List<Principal> after = translate(OLD + "-env", OLD, "first", "first");

        assertThat(tokens(after.get(2))).isEmpty();
        assertThat(tokens(after.get(3))).isEmpty();
    }

    private List<Principal> translate(String variable, String file, String one, String two) {
        var resources = new ArrayList<>(clients);
        resources.add(new Secret(
                new ObjectMeta("keys", "a", null, 1, null, Map.of(Secret.LABEL, "true")),
                Map.of(
                        "of-one", SecretValue.of("0123456789abcdef-" + one),
                        "of-two", SecretValue.of("0123456789abcdef-" + two))));
        Map<ExternalRef, SecretValue> externals = Map.of(
                new ExternalRef.Env("TOKEN"), SecretValue.of(variable),
                new ExternalRef.File("token.txt"), SecretValue.of(file));
        return translator.translate(World.of(resources, externals)).config().principals();
    }

    private static List<TokenDigest> tokens(Principal principal) {
        return principal.tokens().stream().map(token -> token.digest()).toList();
    }

    private static McpClient client(String name, TokenSource token) {
        return new McpClient(
                ObjectMeta.of("a", name),
                new McpClientSpec(null, List.of(token), null, List.of(), List.of(), List.of(), null, false));
    }
}
