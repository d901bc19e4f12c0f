package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.testing.Hold;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;

/** One status that the description gives one route, {@code default} among them, and how to make the server give it. */
record DocumentedStatus(ApiRoute route, String status) {

    private static final String ALICES = "[" + Scene.partOf(Side.LEGACY) + "]";

    static Scene scene() {
        return Scene.open(folder -> folder.admin("ada", "[" + Scene.partOf(Side.LEGACY) + ", {server: gone}]")
                .user("uma", ALICES)
                .write("spent.yaml", Manifest.user("spent", "Admin", ALICES, "  limits: {requestsPerMinute: 1}"))
                .write("gone.yaml", Manifest.server("gone", "http://127.0.0.1:9/mcp", "  protocol: Modern"))
                .gateway("{limits: {bodyBytes: 2048}}"));
    }

    int expected() {
        return status.equals("default") ? 405 : Integer.parseInt(status);
    }

    RawResponse provoke(Scene scene) {
        RawRequest good = Examples.of(route).bearer(Tokens.of("ada"));
        return switch (status) {
            case "200" -> scene.raw().send(good);
            case "400" ->
                scene.raw().send(good.target(good.target() + (good.target().contains("?") ? "&" : "?") + "no=1"));
            case "401" -> scene.raw().send(good.without("Authorization"));
            case "403" -> scene.raw().send(good.bearer(Tokens.of("uma")));
            case "404" -> scene.raw().send(missing(good));
            case "413" -> scene.raw().send(good.body("{\"arguments\":{\"a\":\"" + "x".repeat(4096) + "\"}}"));
            case "415" -> scene.raw().send(good.replacing("Content-Type", "text/plain"));
            case "422" -> erring(scene, good);
            case "429" -> limited(scene, good.bearer(Tokens.of("spent")));
            case "502" -> failing(scene, good);
            case "504" -> slow(scene, good);
            case "default" -> scene.raw().send(good.method("PATCH"));
            default -> throw new IllegalArgumentException("nobody knows how to provoke " + this);
        };
    }

    private RawRequest missing(RawRequest good) {
        return switch (route) {
            case RESOURCE_READ -> good.body("{\"uri\":\"note://nowhere\"}");
            case TOOLS, PROMPTS, RESOURCES, RESOURCE_TEMPLATES -> good.target(good.target() + "?server=no-such");
            case TOOL_INVOKE, PROMPT_RENDER -> good.target(good.target().replace("alpha__", "no-such__"));
            default -> Examples.ofNothing(route).bearer(Tokens.of("ada"));
        };
    }

    private RawResponse erring(Scene scene, RawRequest good) {
        scene.alpha()
                .script(
                        method(),
                        (request, reply) -> reply.json(
                                200,
                                "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().path("id")
                                        + ",\"error\":{\"code\":-32602,\"message\":\"no\"}}"));
        return scene.raw().send(good);
    }

    private RawResponse failing(Scene scene, RawRequest good) {
        if (!route.takesBody()) {
            return scene.raw().send(good.target(good.target().replace("alpha__", "gone__")));
        }
        scene.alpha().script(method(), Misbehaviour.dead());
        return scene.raw().send(good);
    }

    private RawResponse slow(Scene scene, RawRequest good) {
        var hold = new Hold();
        scene.gateway()
                .change(folder -> folder.write(
                        "alpha.yaml",
                        Manifest.server(
                                "alpha", scene.alpha().url(), "  protocol: Legacy\n  timeouts: {request: 500ms}")));
        try {
            scene.raw().send(good);
            scene.alpha().script(method(), hold.before(Misbehaviour.dead()));
            return scene.raw().send(good);
        } finally {
            hold.release();
            scene.gateway().change(folder -> folder.legacyServer("alpha", scene.alpha()));
        }
    }

    private static RawResponse limited(Scene scene, RawRequest request) {
        scene.raw().send(request);
        return scene.raw().send(request);
    }

    private String method() {
        return route.auditMethod();
    }

    @Override
    public String toString() {
        return route + " " + status;
    }
}
