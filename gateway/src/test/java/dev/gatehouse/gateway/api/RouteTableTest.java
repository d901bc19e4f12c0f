package dev.gatehouse.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.api.RouteTable.Match;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @EnumSource(ApiRoute.class)
    void everyRouteIsFoundUnderItsOwnPath(ApiRoute route) {
        assertThat(RouteTable.find(route.method(), route.path().replaceAll("\\{\\w+}", "x")))
                .isInstanceOfSatisfying(
                        Match.Found.class, found -> assertThat(found.route()).isEqualTo(route));
    }

    @Test
    void parametersAreDecodedAndMayHoldWhatSeparatesSegments() {
        assertThat(RouteTable.find("GET", "/api/v1/prompts/a__b%2Fc%20d%C3%A9"))
                .isEqualTo(new Match.Found(ApiRoute.PROMPT, Map.of("name", "a__b/c d\u00e9")));
    }

    @Test
    void aPathWithOtherMethodsNamesThem() {
        assertThat(RouteTable.find("DELETE", "/api/v1/tools")).isEqualTo(new Match.OtherMethod("GET, HEAD, OPTIONS"));
        assertThat(RouteTable.find("GET", "/api/v1/resources/read")).isEqualTo(new Match.OtherMethod("OPTIONS, POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/v1",
                "/api/v1/",
                "/api/v1/tools/",
                "/api/v1//tools",
                "/API/v1/tools",
                "/api/v1/tools/%zz",
                "/api/v1/tools/%f",
                "/api/v1/tools/%c3",
                "/api/v1/tools/%80",
                "/api/v1/tools/a/b/c",
                "/api/v1/tools;x"
            })
    void nothingElseIsARoute(String path) {
        assertThat(RouteTable.find("GET", path)).isEqualTo(new Match.Nowhere());
    }
}
