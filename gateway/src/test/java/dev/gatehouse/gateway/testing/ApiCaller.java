package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;

/** Somebody at the management API. Every answer is held to what all of them promise. */
public final class ApiCaller {

    private static final String PREFIX = "/api/v1";

    private final RawClient raw;
    private final String token;

    public ApiCaller(RawClient raw, String token) {
        this.raw = raw;
        this.token = token;
    }

    /** The user called {@code name}. */
    public static ApiCaller of(GatewayFixture gateway, String name) {
        return new ApiCaller(gateway.raw(), Tokens.of(name));
    }

    /** A GET of {@code path} below the prefix, not sent yet. */
    public RawRequest request(String path) {
        return RawRequest.of("GET", PREFIX + path).bearer(token);
    }

    /** A POST, not sent yet. Single quotes of the body stand for double ones. */
    public RawRequest posting(String path, String body) {
        return RawRequest.post(PREFIX + path, body.replace('\'', '"')).bearer(token);
    }

    public RawResponse get(String path) {
        return send(request(path));
    }

    public RawResponse post(String path, String body) {
        return send(posting(path, body));
    }

    public RawResponse invoke(String tool, String arguments) {
        return post("/tools/" + encoded(tool) + "/invoke", "{'arguments': " + arguments + "}");
    }

    public RawResponse render(String prompt, String arguments) {
        return post("/prompts/" + encoded(prompt) + "/render", "{'arguments': " + arguments + "}");
    }

    public RawResponse read(String uri) {
        return post("/resources/read", "{'uri': " + Json.string(uri) + "}");
    }

    /** The object that a GET gives, which must succeed. */
    public ObjectNode json(String path) {
        return ok(get(path));
    }

    public RawResponse send(RawRequest request) {
        RawResponse response = raw.send(request);
        assertSound(response);
        return response;
    }

    /** The body of an answer that must be a success. */
    public static ObjectNode ok(RawResponse response) {
        assertThat(response.status()).as(response.visible()).isEqualTo(200);
        return Json.parseObject(response.body());
    }

    /** Holds an answer to being the problem of a status. */
    public static ObjectNode problem(RawResponse response, int status) {
        assertThat(response.status()).as(response.visible()).isEqualTo(status);
        assertThat(response.header("Content-Type")).containsExactly("application/problem+json");
        ObjectNode problem = Json.parseObject(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).startsWith("tag:gatehouse.dev,2026:problem:");
        assertThat(problem.path("title").asText()).isNotEmpty();
        return problem;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static void assertSound(RawResponse response) {
        assertThat(response.status()).as("answered at all").isPositive();
        assertThat(response.header("Cache-Control")).as(response.visible()).containsExactly("no-store");
        assertThat(response.header("X-Content-Type-Options")).containsExactly("nosniff");
        if (response.status() >= 400 && !response.rawBody().isEmpty()) {
            problem(response, response.status());
        }
    }
}
