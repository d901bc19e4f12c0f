package dev.gatehouse.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A standard user in two worlds, which differ in nothing but other principals and servers that are not for it: every route
 * gives the same bytes in both, so that nobody learns in which one they live.
 */
class ApiHidingIT {

    private static final RecordingUpstream ALPHA = RecordingUpstream.legacy(Catalogue.empty()
            .tools("open", "get_one", "get_secret", "closed")
            .prompts("hello", "hidden-prompt")
            .resources("note://open/1", "note://closed/1")
            .templates("note://open/{id}", "note://closed/{id}"));
    private static final RecordingUpstream BETA = RecordingUpstream.modern(Catalogue.empty()
            .tools("open", "beta_only")
            .prompts("beta-prompt")
            .resources("note://open/1", "beta://secret/1")
            .templates("note://open/{id}", "beta://secret/{id}"));
    private static final GatewayFixture ALONE = GatewayFixture.start(ApiHidingIT::own);
    private static final GatewayFixture AMONG_OTHERS = GatewayFixture.start(folder -> others(own(folder)));

    @AfterAll
    static void close() throws IOException {
        ALONE.close();
        AMONG_OTHERS.close();
        ALPHA.close();
        BETA.close();
    }

    private static ManifestFolder own(ManifestFolder folder) {
        return folder.legacyServer("alpha", ALPHA).user("uma", "[" + Scene.partOf(Side.LEGACY) + "]");
    }

    private static ManifestFolder others(ManifestFolder folder) {
        return folder.modernServer("beta", BETA)
                .admin("ada", "[{server: beta}]")
                .user("uwe", "[{server: beta}]")
                .client("alice", "[{server: alpha}, {server: beta}]");
    }

    static Stream<RawRequest> requests() {
        return Stream.of(
                        routes(),
                        tools("alpha__open", "alpha__closed", "beta__open", "beta__beta_only", "nosuch__open", "beta"),
                        prompts("alpha__hello", "alpha__hidden-prompt", "beta__beta-prompt"),
                        reads(
                                "note://open/1",
                                "note://open/77",
                                "note://closed/1",
                                "beta://secret/1",
                                "beta://secret/2"),
                        gets("/servers/beta", "/servers/alpha", "/tools?server=beta", "/prompts?server=beta"),
                        gets("/resources?server=beta", "/resource-templates?server=beta"),
                        gets(
                                "/users/team-a/ada",
                                "/users/team-a/uwe",
                                "/clients/team-a/alice",
                                "/clients/team-a/nobody"),
                        gets("/principals/user/team-a/ada/rights", "/access?tool=beta__open", "/decisions"))
                .flatMap(requests -> requests);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void othersCannotBeToldFromNothing(RawRequest request) {
        RawRequest asUma = request.bearer(Tokens.of("uma"));

        String alone = ALONE.raw().send(asUma).visible();
        String amongOthers = AMONG_OTHERS.raw().send(asUma).visible();

        assertThat(amongOthers).isEqualTo(alone).doesNotContain("127.0.0.1");
    }

    private static Stream<RawRequest> routes() {
        return Stream.of(ApiRoute.values()).flatMap(route -> Stream.of(Examples.of(route), Examples.ofNothing(route)));
    }

    private static Stream<RawRequest> gets(String... paths) {
        return Stream.of(paths).map(path -> RawRequest.of("GET", "/api/v1" + path));
    }

    private static Stream<RawRequest> tools(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                        RawRequest.of("GET", "/api/v1/tools/" + name),
                        RawRequest.post("/api/v1/tools/" + name + "/invoke", "{}")));
    }

    private static Stream<RawRequest> prompts(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                        RawRequest.of("GET", "/api/v1/prompts/" + name),
                        RawRequest.post("/api/v1/prompts/" + name + "/render", "{}")));
    }

    private static Stream<RawRequest> reads(String... uris) {
        return Stream.of(uris).map(uri -> RawRequest.post("/api/v1/resources/read", "{\"uri\":\"" + uri + "\"}"));
    }
}
