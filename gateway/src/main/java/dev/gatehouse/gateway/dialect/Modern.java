package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.JsonRpcCode;

/** 2026-07-28: every request stands alone. */
public record Modern() implements Dialect {

    @Override
    public Era era() {
        return Era.MODERN;
    }

    @Override
    public int resourceNotFound() {
        return JsonRpcCode.INVALID_PARAMS;
    }

    @Override
    public int unknownMethodStatus() {
        return 404;
    }
}
