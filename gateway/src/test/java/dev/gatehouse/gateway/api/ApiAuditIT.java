package dev.gatehouse.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions of the management plane are audited as those of MCP are, and admins may look at the last ones of both. */
class ApiAuditIT {

    private static final String ALICES = "[" + Scene.partOf(Side.LEGACY) + ", " + Scene.partOf(Side.MODERN) + "]";
    private static final Scene SCENE =
            Scene.open(folder -> folder.user("uma", ALICES).admin("ada", "[]"));

    private final ApiCaller uma = ApiCaller.of(SCENE.gateway(), "uma");
    private final ApiCaller ada = ApiCaller.of(SCENE.gateway(), "ada");

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anAllowedCallLooksInTheAuditAsOneOfMcpDoes(Side side) {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String parent = "00-" + trace + "-00f067aa0ba902b7-01";
        RawRequest call = SCENE.allowedCall(side).with("traceparent", parent);
        ObjectNode mcp = onlyNew(() -> SCENE.raw().send(call));

        ObjectNode api = onlyNew(() -> uma.send(
                uma.posting("/tools/" + side.wireName("open") + "/invoke", "{}").with("traceparent", parent)));

        assertThat(members(api)).isEqualTo(members(mcp));
        assertThat(api.path("plane").asText()).isEqualTo("api");
        for (String same :
                List.of("method", "server", "name", "verdict", "grounds", "rule", "outcome", "remote", "traceId")) {
            assertThat(api.path(same)).as(same).isEqualTo(mcp.path(same));
        }
        assertThat(api.at("/principal/kind").asText()).isEqualTo("user");
        assertThat(api.at("/principal/name").asText()).isEqualTo("uma");
        assertThat(api.path("token").asText()).isEqualTo("laptop");
    }

    @Test
    void aDeniedCallIsOneEventThatTellsForbiddenFromUnknown() {
        ObjectNode forbidden = onlyNew(() -> uma.invoke("alpha__get_secret", "{}"));
        ObjectNode unknown = onlyNew(() -> uma.invoke("nosuch__get_secret", "{}"));

        assertThat(forbidden.path("verdict").asText()).isEqualTo("denied");
        assertThat(forbidden.path("grounds").asText()).isEqualTo("excepted");
        assertThat(forbidden.path("server").asText()).isEqualTo("alpha");
        assertThat(forbidden.path("name").asText()).isEqualTo("get_secret");
        assertThat(unknown.path("verdict").asText()).isEqualTo("denied");
        assertThat(unknown.path("grounds").asText()).isEqualTo("unknown_server");
    }

    @ParameterizedTest
    @EnumSource(ApiRoute.class)
    void everyRouteIsOneEventUnderItsName(ApiRoute route) {
        if (route == ApiRoute.OPENAPI) {
            return; // decides nothing
        }
        String user = route.caller() == ApiRoute.Caller.ADMIN ? "ada" : "uma";

        ObjectNode event = onlyNew(() -> SCENE.raw().send(Examples.of(route).bearer(Tokens.of(user))));

        assertThat(event.path("method").asText()).isEqualTo(route.auditMethod());
        assertThat(event.path("verdict").asText()).isIn("allowed", "filtered");
    }

    @Test
    void refusalsAreEventsToo() {
        assertThat(onlyNew(() -> SCENE.raw().send(RawRequest.of("GET", "/api/v1/whoami")))
                        .path("grounds")
                        .asText())
                .isEqualTo("token_missing");
        assertThat(onlyNew(() -> uma.get("/clients")).path("grounds").asText()).isEqualTo("admins_only");
        assertThat(onlyNew(() -> uma.get("/nothing")).path("grounds").asText()).isEqualTo("no_such_route");
        assertThat(onlyNew(() -> uma.get("/tools?x=1")).path("grounds").asText())
                .isEqualTo("malformed_query");
        ObjectNode foreign = onlyNew(() -> uma.send(uma.request("/whoami").with("Origin", "https://evil.example")));
        assertThat(foreign.path("grounds").asText()).isEqualTo("foreign_origin");
        assertThat(foreign.path("plane").asText()).isEqualTo("api");
    }

    @Test
    void noEventHoldsATokenOrAnArgument() {
        uma.invoke("alpha__open", "{'secret': '" + Scene.CANARY + "'}");
        onlyNew(() -> uma.get("/whoami"));

        assertThat(SCENE.gateway().audit().text()).doesNotContain(Scene.CANARY, Tokens.of("uma"), Tokens.of("ada"));
    }

    @Test
    void theLastDecisionsAreWhatTheAuditHolds() {
        uma.invoke("alpha__closed", "{}");
        SCENE.raw().send(SCENE.allowedCall(Side.MODERN));
        SCENE.raw().send(RawRequest.of("GET", "/api/v1/whoami"));

        JsonNode decisions = ada.json("/decisions?limit=1000").path("decisions");

        await().untilAsserted(() ->
                assertThat(SCENE.gateway().audit().events().size()).isGreaterThan(decisions.size()));
        List<ObjectNode> audited = SCENE.gateway().audit().events();
        List<JsonNode> newestLast = new ArrayList<>();
        decisions.forEach(newestLast::addFirst);
        assertThat(newestLast).isEqualTo(audited.subList(0, decisions.size()));
    }

    @Test
    void decisionsAreFilteredByPrincipalAndOutcome() {
        uma.invoke("alpha__closed", "{}");
        SCENE.raw().send(SCENE.allowedCall(Side.MODERN));

        assertThat(ada.json("/decisions?principal=user/team-a/uma&verdict=denied")
                        .path("decisions"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.at("/principal/name").asText()).isEqualTo("uma");
                    assertThat(event.path("verdict").asText()).isEqualTo("denied");
                });
        assertThat(ada.json("/decisions?principal=client/team-a/alice").path("decisions"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.path("plane").asText()).isEqualTo("mcp"));
        assertThat(ada.json("/decisions?limit=2").path("decisions")).hasSize(2);
    }

    @Test
    void noMoreDecisionsAreKeptThanWereAskedFor() throws IOException {
        try (GatewayFixture small =
                GatewayFixture.start(folder -> folder.admin("ada", "[]"), options -> options.withDecisions(3))) {
            ApiCaller admin = ApiCaller.of(small, "ada");
            for (int i = 0; i < 10; i++) {
                admin.get("/whoami");
            }

            assertThat(admin.json("/decisions").path("decisions")).hasSize(3);
        }
    }

    /** The one event that {@code action} leaves. */
    private static ObjectNode onlyNew(Runnable action) {
        int before = settled();
        action.run();
        await().until(() -> SCENE.gateway().audit().events().size() > before);
        assertThat(settled()).isEqualTo(before + 1);
        return SCENE.gateway().audit().events().getLast();
    }

    /** How many events there are when no more come. */
    private static int settled() {
        var last = new int[] {-1};
        await().pollDelay(Duration.ofMillis(30)).until(() -> {
            int now = SCENE.gateway().audit().events().size();
            boolean same = now == last[0];
            last[0] = now;
            return same;
        });
        return last[0];
    }

    private static Set<String> members(ObjectNode event) {
        var members = new TreeSet<String>();
        for (Iterator<String> names = event.fieldNames(); names.hasNext(); ) {
            members.add(names.next());
        }
        return members;
    }
}
