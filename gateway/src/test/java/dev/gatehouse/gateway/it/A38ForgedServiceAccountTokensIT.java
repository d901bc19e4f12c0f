package dev.gatehouse.gateway.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.gateway.testing.ClusterScene;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A38: only a token that the cluster has signed, for Gatehouse, for now, and for a ServiceAccount that a client names. */
class A38ForgedServiceAccountTokensIT {

    private static final ClusterIssuer CLUSTER = ClusterIssuer.rsa("key-1");
    private static final ClusterIssuer STRANGER = ClusterIssuer.rsa("key-1");
    private static final ClusterScene CLUSTER_SCENE = ClusterScene.trusting(ClusterIssuer.trusted(CLUSTER));
    private static final Scene SCENE = CLUSTER_SCENE.scene();

    @AfterAll
    static void close() throws IOException {
        CLUSTER_SCENE.close();
    }

    @Test
    void tokenOfTheServiceAccountMayDoWhatItsClientMayDoAndNoMore() {
        String token = ClusterScene.token(CLUSTER);

        assertThat(SCENE.raw().send(CLUSTER_SCENE.callOf("gamma__open", token)).status())
                .isEqualTo(200);
        assertThat(SCENE.gamma().received()).anyMatch(request -> request.mentions(Scene.CANARY));
        assertThat(SCENE.gamma().received()).noneMatch(request -> request.mentions(token));
        RawResponse denied = SCENE.refused(CLUSTER_SCENE.callOf("gamma__get_one", token));
        assertThat(denied.visible()).contains("Unknown tool");
    }

    @Test
    void auditNamesTheServiceAccountAndNeverTheToken() {
        String token = ClusterScene.token(CLUSTER);
        SCENE.raw().send(CLUSTER_SCENE.callOf("gamma__open", token));

        var events = SCENE.gateway()
                .audit()
                .about(event -> event.path("token").asText().equals("serviceaccount/agent"));

        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.at("/principal/name").asText()).isEqualTo("agent"));
        assertThat(SCENE.gateway().audit().text())
                .doesNotContain(token)
                .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void authenticatesNobody(String name, String token) {
        RawResponse response = SCENE.refused(CLUSTER_SCENE.callOf("gamma__open", token), 401);

        Unauthorized.assertIs(response);
    }

    static Stream<Arguments> forgeries() {
        String good = ClusterScene.token(CLUSTER);
        int last = good.lastIndexOf('.');
        return Stream.of(
                arguments("signed by another key of the same name", ClusterScene.token(STRANGER)),
                arguments("signed by a key that is not published", ClusterScene.token(ClusterIssuer.rsa("key-2"))),
                arguments("without a signature", good.substring(0, last + 1)),
                arguments("alg none", headed(header -> header.put("alg", "none"))),
                arguments("alg HS256", headed(header -> header.put("alg", "HS256"))),
                arguments("crit", headed(header -> header.putArray("crit").add("exp"))),
                arguments("of five parts, as if it were encrypted", good + ".AAAA.AAAA"),
                arguments("with another payload", tampered(good)),
                arguments("for another audience", claiming(claims -> claims.put("aud", "vault"))),
                arguments(
                        "for two that are both others",
                        claiming(claims ->
                                claims.putArray("aud").add("gatehouse-2").add("vault"))),
                arguments("for the API server", claiming(claims -> claims.put("aud", ClusterIssuer.URL))),
                arguments("of another issuer", claiming(claims -> claims.put("iss", "https://elsewhere"))),
                arguments("without an end", claiming(claims -> claims.remove("exp"))),
                arguments("expired", claiming(claims -> claims.put("exp", secondsFromNow(-31)))),
                arguments("not valid yet", claiming(claims -> claims.put("nbf", secondsFromNow(120)))),
                arguments("of a namesake in another namespace", of("team-b", "agent")),
                arguments("of an account that no client names", of("team-a", "other")),
                arguments("of a node", claiming(claims -> claims.put("sub", "system:node:agent"))),
                arguments(
                        "bound to another account",
                        claiming(claims -> claims.withObject("/kubernetes.io/serviceaccount")
                                .put("name", "other"))),
                arguments("too long", claiming(claims -> claims.put("jti", "x".repeat(Authenticator.MAX_TOKEN)))));
    }

    private static String claiming(Consumer<ObjectNode> edit) {
        ObjectNode claims = ClusterIssuer.claims("team-a", "agent", Instant.now());
        edit.accept(claims);
        return CLUSTER.token(claims);
    }

    private static String headed(Consumer<ObjectNode> edit) {
        ObjectNode header = CLUSTER.header();
        edit.accept(header);
        return CLUSTER.sign(
                header.toString(),
                ClusterIssuer.claims("team-a", "agent", Instant.now()).toString());
    }

    private static String of(String namespace, String account) {
        return CLUSTER.token(ClusterIssuer.claims(namespace, account, Instant.now()));
    }

    private static String tampered(String token) {
        String payload = ClusterIssuer.encoded(
                ClusterIssuer.claims("team-a", "agent", Instant.now().minusSeconds(7))
                        .toString()
                        .getBytes(UTF_8));
        return token.substring(0, token.indexOf('.') + 1) + payload + token.substring(token.lastIndexOf('.'));
    }

    private static long secondsFromNow(long seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }
}
