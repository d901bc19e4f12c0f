package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * Why a message goes no further, ready to be written to the caller and to the audit log.
 *
 * @param status of the HTTP answer
 * @param code of the JSON-RPC error
 * @param message for the caller: a sentence that holds nothing of what was refused but names the caller sent
 * @param id of the request, where it could be told for certain
 * @param dataJson the error's {@code data} as JSON text
 * @param grounds a stable word: lower case, joined by underscores
 */
public record Refusal(
        int status,
        int code,
        String message,
        @Nullable RequestId id,
        @Nullable String dataJson,
        String grounds) {}
