package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.World;
import java.util.List;

/** Placeholder. */
public final class Translator {

    public Translation translate(World world) {
        return new Translation(
                new AccessConfig(McpGatewaySpec.defaults(), List.of(), List.of(), StateDigest.EMPTY), List.of());
    }
}
