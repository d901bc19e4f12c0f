package dev.gatehouse.gateway.mcp;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a protocol version, with those to choose from: clients that know both eras go to the other one by it.
 *
 * @param message for the caller: a sentence
 * @param supported newest first
 * @param requested as the caller spelt it
 */
public record UnsupportedVersion(String message, List<String> supported, String requested) {

    public static final int STATUS = 400;

    public UnsupportedVersion {
        supported = List.copyOf(supported);
    }

    /** Of a request of 2026-07-28, in the words that servers without it use. */
    public static UnsupportedVersion ofModern(List<String> supported) {
        return new UnsupportedVersion("Unsupported protocol version", supported, Versions.MODERN);
    }

    public JsonRpcError to(@Nullable RequestId id) {
        return new JsonRpcError(id, JsonRpcCode.UNSUPPORTED_VERSION, message, dataJson());
    }

    /** The error's {@code data}. */
    public String dataJson() {
        return "{\"supported\":"
                + supported.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"))
                + ",\"requested\":" + JsonText.quote(requested) + "}";
    }
}
