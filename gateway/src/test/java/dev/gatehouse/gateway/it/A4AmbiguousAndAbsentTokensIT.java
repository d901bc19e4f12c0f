package dev.gatehouse.gateway.it;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A4: where it is not clear whose token it is, it is nobody's. */
class A4AmbiguousAndAbsentTokensIT {

    private static final String ALL = "[{server: gamma}]";
    private static final String SHARED = Tokens.of("shared");
    private static final String LONGER = Tokens.of("prefix") + "0123456789";

    private static final Scene SCENE = Scene.open(folder -> folder.write(
                    "twins.yaml",
                    Manifest.client("twin-one", ALL),
                    Manifest.clientSecret("twin-one", SHARED),
                    Manifest.client("twin-two", ALL),
                    Manifest.clientSecret("twin-two", SHARED))
            .write("prefixed.yaml", Manifest.client("longer", ALL), Manifest.clientSecret("longer", LONGER))
            .write("absent.yaml", Manifest.client("absent", ALL))
            .write("empty.yaml", Manifest.client("empty", ALL), Manifest.clientSecret("empty", ""))
            .write("blank.yaml", Manifest.client("blank", ALL), Manifest.clientSecret("blank", "   "))
            .write("weak.yaml", Manifest.client("weak", ALL), Manifest.clientSecret("weak", "abc"))
            .write("wrong-key.yaml", Manifest.client("wrong-key", ALL), secretUnderAnotherKey())
            .write("unlabelled.yaml", Manifest.client("unlabelled", ALL), unlabelledSecret())
            .write("user.yaml", userOfTheOtherPlane()));

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nobodysTokens")
    void authenticatesNobody(String name, String token) {
        RawResponse response = SCENE.refused(SCENE.allowedCallWith(Side.MODERN, token), 401);

        Unauthorized.assertIs(response);
    }

    static Stream<Arguments> nobodysTokens() {
        return Stream.of(
                arguments("the value that two clients share", SHARED),
                arguments("a prefix of a token", Tokens.of("prefix")),
                arguments("a client whose Secret is missing", Tokens.of("absent")),
                arguments("an empty Secret value", ""),
                arguments("a blank Secret value", "   "),
                arguments("a token too weak to accept", "abc"),
                arguments("a Secret without the key", Tokens.of("wrong-key")),
                arguments("a Secret without the label", Tokens.of("unlabelled")),
                arguments("a user's token, which is for the other plane", Tokens.of("user")));
    }

    @Test
    void theLongerTokenItselfIsGood() {
        RawResponse response =
                SCENE.raw().send(SCENE.request(Side.MODERN, "tools/list", "{}").bearer(LONGER));

        Assertions.assertThat(response.status()).isEqualTo(200);
    }

    private static String secretUnderAnotherKey() {
        return Manifest.secret("wrong-key-token", "other", Tokens.of("wrong-key"));
    }

    private static String unlabelledSecret() {
        return Manifest.clientSecret("unlabelled", Tokens.of("unlabelled"))
                .replace(", labels: {gatehouse.dev/secret: \"true\"}", "");
    }

    private static String userOfTheOtherPlane() {
        return """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpUser
                metadata: {name: ursula, namespace: team-a}
                spec:
                  role: Admin
                  tokens: [{name: only, sha256: "%s"}]
                  allow: [{server: gamma}]
                """.formatted(Tokens.sha256(Tokens.of("user")));
    }
}
