package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.List;

/**
 * Judges what every request must keep to before anyone asks who sent it: one copy of each header that decides, one way to
 * tell where the body ends, a host that is ours, and no foreign origin. What it refuses is told to nobody but the log of
 * decisions.
 */
final class RequestGuard implements HttpHandler {

    /** RFC 9110 section 15.5.20. */
    private static final int MISDIRECTED_REQUEST = 421;

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

    private final AccessStore store;
    private final Refusing refusing;
    private final HttpHandler next;

    /** Says no in the words of the plane that was asked. */
    interface Refusing {
        void refuse(HttpServerExchange exchange, int status, Grounds grounds);
    }

    RequestGuard(AccessStore store, Refusing refusing, HttpHandler next) {
        this.store = store;
        this.refusing = refusing;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        AccessSnapshot snapshot = store.current();
        if (isRepeated(headers)) {
            refuse(exchange, StatusCodes.BAD_REQUEST, Grounds.HEADER_REPEATED);
        } else if (isFramingDoubtful(headers)) {
            refuse(exchange, StatusCodes.BAD_REQUEST, Grounds.BODY_FRAMING);
        } else if (snapshot == null) {
            next.handleRequest(exchange);
        } else if (isTooLarge(headers, snapshot.gateway().limits().headerBytes())) {
            refuse(exchange, StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE, Grounds.HEADERS_TOO_LARGE);
        } else if (!Hosts.isOurs(snapshot.gateway(), headers.getFirst(Headers.HOST))) {
            refuse(exchange, MISDIRECTED_REQUEST, Grounds.FOREIGN_HOST);
        } else if (isForeignOrigin(headers, snapshot)) {
            refuse(exchange, StatusCodes.FORBIDDEN, Grounds.FOREIGN_ORIGIN);
        } else {
            next.handleRequest(exchange);
        }
    }

    private void refuse(HttpServerExchange exchange, int status, Grounds grounds) {
        exchange.setPersistent(false);
        refusing.refuse(exchange, status, grounds);
    }

    private static boolean isRepeated(HeaderMap headers) {
        for (HttpString name : SINGLE) {
            HeaderValues values = headers.get(name);
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
        return length != null && (length.isEmpty() || length.length() > 15 || !isDigits(length));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isTooLarge(HeaderMap headers, int limit) {
        long total = 0;
        for (HeaderValues values : headers) {
            for (String value : values) {
                total += values.getHeaderName().length() + value.length() + 4;
            }
        }
        return total > limit;
    }

    private static boolean isForeignOrigin(HeaderMap headers, AccessSnapshot snapshot) {
        String origin = headers.getFirst(Headers.ORIGIN);
        return origin != null && !snapshot.gateway().allowedOrigins().contains(origin);
    }
}
