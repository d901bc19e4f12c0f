package dev.gatehouse.gateway.upstream;

import dev.gatehouse.gateway.mcp.Era;

/** Which eras an upstream speaks; it may be both. */
public record Eras(boolean legacy, boolean modern) implements EraFinding {

    public boolean speaks(Era era) {
        return switch (era) {
            case LEGACY -> legacy;
            case MODERN -> modern;
        };
    }
}
