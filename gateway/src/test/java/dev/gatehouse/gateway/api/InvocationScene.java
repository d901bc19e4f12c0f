package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;

/** The users whose calls through the API are tested: uma has alice's rights, the admin ada and nil have none. */
final class InvocationScene {

    static final String ALICES = "[" + Scene.partOf(Side.LEGACY) + ", " + Scene.partOf(Side.MODERN) + "]";
    static final String CANARY = "{'canary': '" + Scene.CANARY + "'}";

    private InvocationScene() {}

    static Scene open() {
        return Scene.open(
                folder -> folder.user("uma", ALICES).admin("ada", "[]").user("nil", "[]"));
    }
}
