package dev.gatehouse.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.testing.Tokens;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final String TOKEN = "secretRef: {name: alice-token}";
    private static final Action OPEN = new Action.Tool(new ServerId("team-a", "alpha"), "open");

    private final SettableClock clock = new SettableClock();
    private final AccessStore store = new AccessStore(clock);

    @Test
    void standsWhileNothingChanges() {
        Standing call = Standing.ofCall(alice("[open]"), OPEN);

        assertThat(state(call)).isEqualTo(Standing.State.STANDS);
    }

    @Test
    void callFallsWithItsRight() {
        Standing call = Standing.ofCall(alice("[open]"), OPEN);
        publish("[get]", TOKEN);

        assertThat(state(call)).isEqualTo(Standing.State.RIGHT_GONE);
    }

    @Test
    void callStandsWhenAnotherRightGoes() {
        Standing call = Standing.ofCall(alice("[open, get]"), OPEN);
        publish("[open]", TOKEN);

        assertThat(state(call)).isEqualTo(Standing.State.STANDS);
    }

    @Test
    void viewFallsWhenAnyRightGoes() {
        Standing view = Standing.ofView(alice("[open, get]"));
        publish("[open]", TOKEN);

        assertThat(state(view)).isEqualTo(Standing.State.RIGHT_GONE);
    }

    @Test
    void viewStandsAndHasGrownWhenARightComes() {
        Standing view = Standing.ofView(alice("[open]"));
        publish("[open, get]", TOKEN);

        assertThat(state(view)).isEqualTo(Standing.State.STANDS);
        assertThat(view.hasGrown(Objects.requireNonNull(store.current()))).isTrue();
        assertThat(view.hasGrown(Objects.requireNonNull(store.current()))).isFalse();
    }

    @Test
    void everythingFallsWithTheToken() {
        Standing call = Standing.ofCall(alice("[open]"), OPEN);
        publish("[open]", "sha256: \"" + Tokens.sha256("another") + "\"");

        assertThat(state(call)).isEqualTo(Standing.State.TOKEN_GONE);
    }

    @Test
    void everythingFallsWhenTheTokenExpires() {
        publish("[open]", TOKEN + ", expiresAt: \"" + clock.instant().plus(Duration.ofMinutes(1)) + "\"");
        Standing call = Standing.ofCall(authenticated(), OPEN);
        clock.advance(Duration.ofMinutes(2));

        assertThat(state(call)).isEqualTo(Standing.State.TOKEN_GONE);
    }

    private Standing.State state(Standing standing) {
        return standing.in(Objects.requireNonNull(store.current()), clock.instant());
    }

    private Credential alice(String tools) {
        publish(tools, TOKEN);
        return authenticated();
    }

    private Credential authenticated() {
        return switch (new Authenticator(clock)
                .authenticate(Objects.requireNonNull(store.current()), "Bearer " + Tokens.of("alice"), Plane.MCP)) {
            case Authentication.Authenticated(Credential credential) -> credential;
            case Authentication.Refused(var why) -> throw new IllegalStateException(why.name());
        };
    }

    private void publish(String tools, String token) {
        String yaml = """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: alpha, namespace: team-a}
                spec: {url: "https://alpha.example/mcp"}
                ---
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: alice, namespace: team-a}
                spec:
                  tokens: [{name: current, %s}]
                  allow: [{server: alpha, tools: %s}]
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: alice-token, namespace: team-a, labels: {gatehouse.dev/secret: "true"}}
                stringData: {token: "%s"}
                """.formatted(token, tools, Tokens.of("alice"));
        ManifestSet set = ManifestSet.of(List.of(new ManifestReader(name -> null).read("world.yaml", yaml)));
        store.publish(new Translator(Environment.DIRECTORY)
                .translate(set.world(Map.of()))
                .config());
    }
}
