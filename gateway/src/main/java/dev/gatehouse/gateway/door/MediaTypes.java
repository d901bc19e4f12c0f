package dev.gatehouse.gateway.door;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request body may be: JSON in UTF-8, neither compressed nor otherwise encoded. */
public final class MediaTypes {

    private MediaTypes() {}

    public static boolean isPlainJson(HeaderMap headers) {
        return headers.getFirst(Headers.CONTENT_ENCODING) == null && isJson(headers.getFirst(Headers.CONTENT_TYPE));
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/json")) {
            return true;
        }
        int semicolon = type.indexOf(';');
        return semicolon > 0
                && type.substring(0, semicolon).strip().equals("application/json")
                && isUtf8(type.substring(semicolon + 1).strip());
    }

    private static boolean isUtf8(String parameter) {
        return parameter.equals("charset=utf-8") || parameter.equals("charset=\"utf-8\"");
    }
}
