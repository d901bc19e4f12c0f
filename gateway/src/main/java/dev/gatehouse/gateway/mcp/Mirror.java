package dev.gatehouse.gateway.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares mirrored headers with the body that they claim to mirror. */
final class Mirror {

    private static final int MAX_PARAM_HEADERS = 64;
    private static final int MAX_PARAM_CHARACTERS = 16 << 10;

    private Mirror() {}

    /** Null where the header agrees or is absent. */
    static @Nullable Objection method(HeaderFacts headers, Message message) {
        String header = headers.mcpMethod();
        boolean agrees = header == null || message.method().equals(HeaderValue.decode(HeaderValue.trim(header)));
        return agrees ? null : Objection.METHOD_MISMATCH;
    }

    /** Null where the header agrees or is absent. */
    static @Nullable Objection name(HeaderFacts headers, Method method, Message message) {
        String header = headers.mcpName();
        if (header == null) {
            return null;
        }
        String value = HeaderValue.decode(HeaderValue.trim(header));
        if (value == null) {
            return Objection.NAME_ENCODING;
        }
        Text target = target(method, message.params());
        return target != null && target.value().equals(value) ? null : Objection.NAME_MISMATCH;
    }

    static boolean nameRequired(Method method) {
        return method.target() == Method.Target.NAME || method.target() == Method.Target.URI;
    }

    static @Nullable Objection params(Map<String, String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        int characters = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            characters += header.getKey().length() + header.getValue().length();
            if (characters > MAX_PARAM_CHARACTERS || HeaderValue.decode(HeaderValue.trim(header.getValue())) == null) {
                return Objection.PARAM_HEADERS;
            }
        }
        return headers.size() > MAX_PARAM_HEADERS ? Objection.PARAM_HEADERS : null;
    }

    private static @Nullable Text target(Method method, Params params) {
        return switch (method.target()) {
            case NAME -> params.name();
            case URI -> params.uri();
            case REF, LIST, LISTEN, SESSION -> null;
        };
    }
}
