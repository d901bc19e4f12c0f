package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.IssuedSecret;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssuedTokensTest {

    private static final McpClient CLIENT = new McpClient(
            ObjectMeta.of("team-a", "agent"),
            new McpClientSpec(null, null, new IssuedToken("agent-issued", null, null), null, null, null, null, false));

    private final Translator translator = new Translator(Environment.CLUSTER);

    @Test
    void replacedTokenIsReadAgainThoughTheClientHasNotChanged() {
        assertThat(tokensWith("first-0123456789abcdef")).containsExactly("first-0123456789abcdef");
        assertThat(tokensWith("second-0123456789abcdef")).containsExactly("second-0123456789abcdef");
    }

    @Test
    void deletedSecretTakesItsTokenAlong() {
        tokensWith("first-0123456789abcdef");

        var after = translator.translate(World.of(List.of(CLIENT), Map.of())).config();

        assertThat(after.principals().getFirst().tokens()).isEmpty();
    }

    /** Those of {@code candidates} whose digests the client holds. */
    private List<String> tokensWith(String token) {
        var labels = Map.of(Secret.LABEL, "true", IssuedSecret.ISSUED_FOR, CLIENT.uid());
        var secret = new Secret(
                new ObjectMeta("agent-issued", "team-a", null, 1, null, labels),
                Map.of(IssuedSecret.TOKEN, SecretValue.of(token)));
        var config = translator
                .translate(World.of(List.of(CLIENT, secret), Map.of()))
                .config();
        List<TokenDigest> digests = config.principals().getFirst().tokens().stream()
                .map(TokenGrant::digest)
                .toList();
        return List.of("first-0123456789abcdef", "second-0123456789abcdef").stream()
                .filter(candidate -> digests.contains(TokenDigest.ofToken(candidate)))
                .toList();
    }
}
