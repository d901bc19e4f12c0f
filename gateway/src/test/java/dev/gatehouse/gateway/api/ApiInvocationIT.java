package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.RecordedRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tools, prompts and resources that a user may use through the API, judged by what the upstreams saw. */
class ApiInvocationIT {

    private static final Scene SCENE = InvocationScene.open();

    private final ApiCaller uma = ApiCaller.of(SCENE.gateway(), "uma");

    @AfterEach
    void behave() {
        SCENE.upstreams().forEach(RecordingUpstream::behave);
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anAllowedToolIsCalledUnderItsOwnNameWithTheArgumentsAlone(Side side) {
        SCENE.forget();

        ObjectNode result = ok(uma.invoke(side.wireName("open"), InvocationScene.CANARY));

        RecordedRequest seen = SCENE.upstream(side).only("tools/call");
        assertThat(seen.json().at("/params/name").asText()).isEqualTo("open");
        assertThat(seen.json().at("/params/arguments").toString())
                .isEqualTo(InvocationScene.CANARY.replace(" ", "").replace('\'', '"'));
        assertThat(result.path("content").isArray()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anAllowedPromptIsRendered(Side side) {
        SCENE.forget();

        ObjectNode result = ok(uma.render(side.wireName("hello"), "{'who': 'Ada'}"));

        ObjectNode seen = SCENE.upstream(side).only("prompts/get").json();
        assertThat(seen.at("/params/name").asText()).isEqualTo("hello");
        assertThat(seen.at("/params/arguments/who").asText()).isEqualTo("Ada");
        assertThat(result.path("messages").isArray()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anAllowedResourceIsReadWhetherItIsListedOrBehindATemplate(Side side) {
        for (String uri : List.of(side.uri("open/1"), side.uri("open/not-listed"))) {
            SCENE.forget();

            ObjectNode result = ok(uma.read(uri));

            assertThat(SCENE.upstream(side)
                            .only("resources/read")
                            .json()
                            .at("/params/uri")
                            .asText())
                    .isEqualTo(uri);
            assertThat(result.path("contents").isArray()).isTrue();
        }
    }

    @Test
    void aModernServerIsToldInItsHeadersWhatTheBodySays() {
        SCENE.forget();

        ok(uma.invoke("gamma__open", InvocationScene.CANARY));

        RecordedRequest seen = SCENE.gamma().only("tools/call");
        assertThat(seen.header("Mcp-Method")).containsExactly("tools/call");
        assertThat(seen.header("Mcp-Name")).containsExactly("open");
        assertThat(seen.header("MCP-Protocol-Version")).containsExactly("2026-07-28");
        assertThat(seen.json()
                        .at("/params/_meta/io.modelcontextprotocol~1clientCapabilities")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void callsOfOneUserShareALegacySessionThatNoOtherUserHas() {
        ok(uma.invoke("alpha__open", InvocationScene.CANARY));
        SCENE.forget();
        ok(uma.invoke("alpha__open", InvocationScene.CANARY));
        ok(uma.invoke("alpha__open", InvocationScene.CANARY));
        SCENE.gateway().change(folder -> folder.user("una", InvocationScene.ALICES));
        ok(ApiCaller.of(SCENE.gateway(), "una").invoke("alpha__open", InvocationScene.CANARY));

        List<String> sessions = SCENE.alpha().received("tools/call").stream()
                .flatMap(request -> request.header("Mcp-Session-Id").stream())
                .toList();
        assertThat(sessions).hasSize(3);
        assertThat(sessions.get(0)).isEqualTo(sessions.get(1)).isNotEqualTo(sessions.get(2));
    }

    @Test
    void aLegacySessionThatTheServerHasEndedIsOpenedAgain() {
        ok(uma.invoke("alpha__open", InvocationScene.CANARY));
        String session = SCENE.alpha()
                .received("tools/call")
                .getLast()
                .header("Mcp-Session-Id")
                .getFirst();
        SCENE.alpha().script(request -> request.header("Mcp-Session-Id").contains(session), Misbehaviour.status(404));

        ok(uma.invoke("alpha__open", InvocationScene.CANARY));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theUsersTokenAndHeadersNeverGoToAServer(Side side) {
        SCENE.forget();

        ok(uma.send(uma.posting(
                        "/tools/" + side.wireName("open") + "/invoke", "{'arguments': " + InvocationScene.CANARY + "}")
                .with("Cookie", "secret-cookie=1")
                .with("X-Forwarded-For", "10.1.2.3")
                .with("Mcp-Session-Id", "forged-session")
                .with("Mcp-Param-Forged", "forged-param")));
        ok(uma.read(side.uri("open/1")));

        RecordingUpstream upstream = SCENE.upstream(side);
        assertThat(upstream.received()).isNotEmpty();
        Stream.of(Tokens.of("uma"), "secret-cookie", "10.1.2.3", "forged-session", "forged-param")
                .forEach(upstream::assertNeverSaw);
        assertThat(upstream.received())
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }
}
