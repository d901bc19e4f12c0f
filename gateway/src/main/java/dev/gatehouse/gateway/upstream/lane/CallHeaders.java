package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.CallHeader;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.EnumMap;
import java.util.Map;

/** The heads of calls in Undertow's words, each name made ready once. */
final class CallHeaders {

    private static final Map<CallHeader, HttpString> NAMES = names();

    private CallHeaders() {}

    static HttpString method(CallHead head) {
        return switch (head.verb()) {
            case GET -> Methods.GET;
            case POST -> Methods.POST;
            case DELETE -> Methods.DELETE;
        };
    }

    static void put(HeaderMap headers, CallHead head) {
        head.forEach((header, value) -> put(headers, header, value));
        head.params().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
    }

    static void put(HeaderMap headers, CallHeader header, String value) {
        headers.put(NAMES.get(header), value);
    }

    private static Map<CallHeader, HttpString> names() {
        var names = new EnumMap<CallHeader, HttpString>(CallHeader.class);
        for (CallHeader header : CallHeader.values()) {
            names.put(header, HttpString.tryFromString(header.text()));
        }
        return names;
    }
}
