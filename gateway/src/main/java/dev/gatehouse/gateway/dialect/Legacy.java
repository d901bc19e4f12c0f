package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.JsonRpcCode;

/** The revisions up to 2025-11-25: {@code initialize}, sessions, one status for all that was understood. */
public record Legacy() implements Dialect {

    @Override
    public Era era() {
        return Era.LEGACY;
    }

    @Override
    public int resourceNotFound() {
        return JsonRpcCode.RESOURCE_NOT_FOUND;
    }

    @Override
    public int unknownMethodStatus() {
        return 200;
    }
}
