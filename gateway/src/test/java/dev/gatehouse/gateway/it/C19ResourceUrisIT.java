package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordedRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C19: a URI is decided by its text, and one that readers could read differently is not matched by a wildcard. */
class C19ResourceUrisIT {

    private static final RecordingUpstream LEGACY_WEB = RecordingUpstream.legacy(web());
    private static final RecordingUpstream MODERN_WEB = RecordingUpstream.modern(web());
    private static final String RULES = "[{server: alpha, tools: [open]}, {server: SERVER, resources:"
            + " ['https://docs.example.org/public/*', 'file:///srv/public/*', 'note://open/*']}]";
    private static final Scene SCENE = Scene.open(folder -> folder.legacyServer("legacy-web", LEGACY_WEB)
            .modernServer("modern-web", MODERN_WEB)
            .client("legacy-reader", RULES.replace("SERVER", "legacy-web"))
            .client("modern-reader", RULES.replace("SERVER", "modern-web")));

    private static Catalogue web() {
        return Catalogue.empty()
                .resources("https://docs.example.org/public/a", "file:///srv/public/a")
                .templates("https://docs.example.org/{+path}", "file:///{+path}", "note://{+path}");
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
        LEGACY_WEB.close();
        MODERN_WEB.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://docs.example.org/private/a",
                "https://docs.example.org/public",
                "https://docs.example.org/public/../private/a",
                "https://docs.example.org/public/./a",
                "https://docs.example.org/public//private/a",
                "https://docs.example.org/public/%2e%2e/private/a",
                "https://docs.example.org/public/%2E%2E%2Fprivate/a",
                "https://docs.example.org/public/%252e%252e%252fprivate/a",
                "https://docs.example.org/public/..%2fprivate/a",
                "https://docs.example.org/public/..;/private/a",
                "https://docs.example.org/public/..\\private\\a",
                "https://docs.example.org/public/..%5cprivate/a",
                "https://docs.example.org/public/%c0%ae%c0%ae/private/a",
                "https://docs.example.org/public/\u2025/private/a",
                "https://docs.example.org/public/\uff0e\uff0e/private/a",
                "https://docs.example.org/public/a#private",
                "https://docs.example.org/public/a%23b",
                "https://docs.example.org/public/a%00.txt",
                "https://docs.example.org/public/a b",
                "https://docs.example.org/public/a\nb",
                "HTTPS://docs.example.org/public/a",
                "https://DOCS.example.org/public/a",
                "https://docs.example.org:443/public/a",
                "https://docs.example.org:/public/a",
                "https://docs.example.org./public/a",
                "https://user@docs.example.org/public/a",
                "https://docs.example.org@evil.example/public/a",
                "https://docs.example.org%2fpublic/a",
                "https://docs.example.org\\public\\a",
                "https://d\u043ecs.example.org/public/a",
                "https:/docs.example.org/public/a",
                "https:docs.example.org/public/a",
                " https://docs.example.org/public/a",
                "https://docs.example.org/PUBLIC/a",
                "file://localhost/srv/public/a",
                "file:/srv/public/a",
                "file:////srv/public/a",
                "file:///srv/public/../../etc/passwd",
                "file:///srv/public/%2e%2e/%2e%2e/etc/passwd",
                "file:///srv//public/a",
                "file:///etc/passwd",
                "note://open/../closed/1",
                "note://closed/1",
                "note://open",
                "note:open/1",
                "*",
                "https://docs.example.org/{+path}",
                ""
            })
    void isNotFoundOnEitherEndpointAndNeverAskedFor(String uri) {
        for (Side side : Side.values()) {
            for (String path : List.of("/mcp", "/servers/" + server(side) + "/mcp")) {
                upstream(side).forget();

                RawResponse response = read(side, path, uri);

                assertThat(response.status()).isIn(200, 400);
                assertThat(response.errorCode())
                        .as(response.visible())
                        .isIn(side == Side.LEGACY ? List.of(-32002, -32602) : List.of(-32602, -32020));
                assertThat(upstream(side).received("resources/read")).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://docs.example.org/public/a",
                "https://docs.example.org/public/a/b.html?version=2&x=%20",
                "file:///srv/public/report-1.txt",
                "note://open/caf%C3%A9"
            })
    void anHonestUriIsReadAsItIsWritten(String uri) {
        for (Side side : Side.values()) {
            for (String path : List.of("/mcp", "/servers/" + server(side) + "/mcp")) {
                upstream(side).forget();

                RawResponse response = read(side, path, uri);

                assertThat(response.answer().at("/result/contents/0/text").asText())
                        .as(response.visible())
                        .isEqualTo("content of " + uri);
                RecordedRequest seen = upstream(side).only("resources/read");
                assertThat(seen.json().at("/params/uri").asText()).isEqualTo(uri);
            }
        }
    }

    private static RawResponse read(Side side, String path, String uri) {
        return SCENE.raw()
                .send(SCENE.request(side, path, reader(side), "resources/read", "{'uri': " + Json.string(uri) + "}"));
    }

    private static String reader(Side side) {
        return side == Side.LEGACY ? "legacy-reader" : "modern-reader";
    }

    private static String server(Side side) {
        return side == Side.LEGACY ? "legacy-web" : "modern-web";
    }

    private static RecordingUpstream upstream(Side side) {
        return side == Side.LEGACY ? LEGACY_WEB : MODERN_WEB;
    }
}
