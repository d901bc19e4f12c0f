package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;

/** A request for every route that succeeds in a {@link Scene} for a user who may use alice's part of it. No token yet. */
final class Examples {

    private Examples() {}

    static RawRequest of(ApiRoute route) {
        String canary = "{\"arguments\":{\"canary\":\"" + Scene.CANARY + "\"}}";
        return switch (route) {
            case TOOL_INVOKE -> RawRequest.post(path(route, "alpha__open"), canary);
            case PROMPT_RENDER -> RawRequest.post(path(route, "alpha__hello"), canary);
            case RESOURCE_READ -> RawRequest.post(route.path(), "{\"uri\":\"" + Side.LEGACY.uri("open/1") + "\"}");
            case TOOL -> get(path(route, "alpha__open"));
            case PROMPT -> get(path(route, "alpha__hello"));
            case CLIENT -> get(path(route, "alice"));
            case USER, RIGHTS -> get(path(route, "uma"));
            case ACCESS -> get(route.path() + "?tool=alpha__open");
            case OPENAPI,
                    WHOAMI,
                    SERVERS,
                    SERVER,
                    TOOLS,
                    PROMPTS,
                    RESOURCES,
                    RESOURCE_TEMPLATES,
                    CLIENTS,
                    USERS,
                    CONFIG,
                    FINDINGS,
                    DECISIONS -> get(path(route, ""));
        };
    }

    /** The same route, for something that nobody has. */
    static RawRequest ofNothing(ApiRoute route) {
        return switch (route) {
            case ACCESS -> get(route.path() + "?tool=nobody__has");
            case DECISIONS -> get(route.path() + "?principal=client/no/body");
            default ->
                get(route.path()
                        .replace("{kind}", "client")
                        .replace("{namespace}", "no-such")
                        .replace("{name}", "no-such")
                        .replace("{key}", "no-such"));
        };
    }

    private static String path(ApiRoute route, String name) {
        return route.path()
                .replace("{kind}", "user")
                .replace("{namespace}", "team-a")
                .replace("{name}", name)
                .replace("{key}", "alpha");
    }

    private static RawRequest get(String target) {
        return RawRequest.of("GET", target);
    }
}
