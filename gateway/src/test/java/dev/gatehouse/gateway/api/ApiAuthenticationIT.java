package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.api.ApiRoute.Caller;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets through to which route: nobody without a user's token, and to the admins' routes admins alone. */
class ApiAuthenticationIT {

    private static final Scene SCENE = Scene.open(folder -> folder.admin("ada", "[]")
            .user("uma", "[" + Scene.partOf(Side.LEGACY) + "]")
            .write("late.yaml", expired()));

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    static Set<ApiRoute> guarded() {
        return EnumSet.complementOf(EnumSet.of(ApiRoute.OPENAPI));
    }

    static Set<ApiRoute> forAdmins() {
        return guarded().stream()
                .filter(route -> route.caller() == Caller.ADMIN)
                .collect(Collectors.toSet());
    }

    static Set<ApiRoute> forUsers() {
        return guarded().stream().filter(route -> route.caller() == Caller.USER).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whoeverHasNoUsersTokenHearsTheSameFromEveryRoute(ApiRoute route) {
        List<RawResponse> refusals = Stream.of(
                        Examples.of(route),
                        Examples.of(route).bearer(Tokens.of("stranger")),
                        Examples.of(route).bearer(Tokens.of("late")),
                        Examples.of(route).bearer(Tokens.of("root")),
                        Examples.of(route).with("Authorization", Tokens.of("ada")),
                        Examples.of(route).with("Authorization", "Basic " + Tokens.of("ada")))
                .map(SCENE::refused)
                .toList();

        assertThat(refusals).allSatisfy(refusal -> {
            problem(refusal, 401);
            assertThat(refusal.header("WWW-Authenticate")).containsExactly("Bearer");
        });
        assertThat(refusals.stream().map(RawResponse::visible))
                .containsOnly(refusals.getFirst().visible());
    }

    @ParameterizedTest
    @MethodSource("forAdmins")
    void aStandardUserHearsTheSameWhetherWhatAnAdminsRouteNamesExistsOrNot(ApiRoute route) {
        RawResponse existing = as("uma").send(Examples.of(route).bearer(Tokens.of("uma")));
        RawResponse missing = as("uma").send(Examples.ofNothing(route).bearer(Tokens.of("uma")));

        problem(existing, 403);
        assertThat(missing.visible()).isEqualTo(existing.visible());
    }

    @ParameterizedTest
    @MethodSource("forAdmins")
    void anAdminGetsThroughToTheAdminsRoutes(ApiRoute route) {
        assertThat(as("ada").send(Examples.of(route).bearer(Tokens.of("ada"))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("forUsers")
    void aStandardUserGetsThroughToTheOtherRoutes(ApiRoute route) {
        assertThat(as("uma").send(Examples.of(route).bearer(Tokens.of("uma"))).status())
                .isEqualTo(200);
    }

    @Test
    void aPathThatIsNoRouteAsksForATokenFirst() {
        problem(SCENE.refused(RawRequest.of("GET", "/api/v1/nothing")), 401);
        problem(SCENE.refused(RawRequest.of("GET", "/api")), 401);
        problem(as("ada").get("/nothing"), 404);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void aUsersTokenIsNoneOnMcp(Side side) {
        RawResponse user = SCENE.refused(SCENE.allowedCallWith(side, Tokens.of("ada")), 401);

        assertThat(user.answer().at("/error/message").asText()).contains("user's token");
        assertThat(user.visible()).doesNotContain("ada", "team-a");
    }

    static Stream<Side> sides() {
        return Stream.of(Side.values());
    }

    @Test
    void theDescriptionAsksForNoToken() {
        assertThat(SCENE.raw()
                        .send(RawRequest.of("GET", "/api/v1/openapi.json"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRevokedUsersTokenIsRefusedAtTheNextRequest() {
        SCENE.gateway().change(folder -> folder.user("gone", "[{server: alpha}]"));
        assertThat(as("gone").get("/whoami").status()).isEqualTo(200);

        SCENE.gateway().change(folder -> folder.delete("gone.yaml"));

        problem(as("gone").get("/whoami"), 401);
    }

    @Test
    void anAdminWhoIsMadeAStandardUserLosesTheAdminsRoutesAtOnce() {
        SCENE.gateway().change(folder -> folder.admin("zoe", "[]"));
        assertThat(as("zoe").get("/clients").status()).isEqualTo(200);

        SCENE.gateway().change(folder -> folder.user("zoe", "[]"));

        problem(as("zoe").get("/clients"), 403);
    }

    private static ApiCaller as(String user) {
        return ApiCaller.of(SCENE.gateway(), user);
    }

    private static String expired() {
        return Manifest.user("late", "Admin", "[]", "")
                .replace("name: laptop,", "name: laptop, expiresAt: \"2020-01-01T00:00:00Z\",");
    }
}
