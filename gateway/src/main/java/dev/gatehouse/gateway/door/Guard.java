package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every request must keep to before anyone asks who sent it: one copy of each header that decides, one way to tell
 * where the body ends, a host that is ours, and no foreign origin.
 */
final class Guard {

    /** Longer lengths are longer than any limit. */
    private static final int LENGTH_DIGITS = 15;

    private static final List<HttpString> SINGLE = List.of(
            Headers.AUTHORIZATION,
            Headers.HOST,
            Headers.ORIGIN,
            Headers.CONTENT_TYPE,
            Headers.CONTENT_LENGTH,
            Headers.TRANSFER_ENCODING,
            Headers.CONTENT_ENCODING,
            McpHeaders.SESSION_ID,
            McpHeaders.PROTOCOL_VERSION,
            McpHeaders.METHOD,
            McpHeaders.NAME,
            McpHeaders.LAST_EVENT_ID);

    private Guard() {}

    /** Null: nothing speaks against it. */
    static @Nullable Grounds objection(HeaderMap headers, @Nullable AccessSnapshot snapshot) {
        if (isRepeated(headers)) {
            return Grounds.HEADER_REPEATED;
        }
        if (isFramingDoubtful(headers)) {
            return Grounds.BODY_FRAMING;
        }
        if (snapshot == null) {
            return null;
        }
        if (isTooLarge(headers, snapshot.gateway().limits().headerBytes())) {
            return Grounds.HEADERS_TOO_LARGE;
        }
        if (!Hosts.isOurs(snapshot.gateway(), headers.getFirst(Headers.HOST))) {
            return Grounds.FOREIGN_HOST;
        }
        String origin = headers.getFirst(Headers.ORIGIN);
        return origin != null && !snapshot.gateway().allowedOrigins().contains(origin) ? Grounds.FOREIGN_ORIGIN : null;
    }

    private static boolean isRepeated(HeaderMap headers) {
        for (int i = 0; i < SINGLE.size(); i++) {
            HeaderValues values = headers.get(SINGLE.get(i));
            if (values != null && values.size() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFramingDoubtful(HeaderMap headers) {
        String encoding = headers.getFirst(Headers.TRANSFER_ENCODING);
        String length = headers.getFirst(Headers.CONTENT_LENGTH);
        if (encoding != null) {
            return length != null || !encoding.equalsIgnoreCase("chunked");
        }
        return length != null && (length.isEmpty() || length.length() > LENGTH_DIGITS || !isDigits(length));
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isTooLarge(HeaderMap headers, int limit) {
        long total = 0;
        for (long cookie = headers.fastIterateNonEmpty(); cookie != -1L; cookie = headers.fiNextNonEmpty(cookie)) {
            HeaderValues values = headers.fiCurrent(cookie);
            for (int i = 0; i < values.size(); i++) {
                total += values.getHeaderName().length() + values.get(i).length() + 4;
            }
        }
        return total > limit;
    }
}
