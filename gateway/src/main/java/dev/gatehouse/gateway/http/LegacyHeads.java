package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.lane.CallHead;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;

/** The heads of requests to legacy upstreams. */
final class LegacyHeads {

    private static final String BOTH = Replies.JSON + ", " + Replies.EVENT_STREAM;

    private LegacyHeads() {}

    static CallHead post(UpstreamSession session) {
        HeaderMap headers = head(session, BOTH);
        headers.put(Headers.CONTENT_TYPE, Replies.JSON);
        return new CallHead(Methods.POST, headers);
    }

    static CallHead stream(UpstreamSession session) {
        return new CallHead(Methods.GET, head(session, Replies.EVENT_STREAM));
    }

    private static HeaderMap head(UpstreamSession session, String accept) {
        var headers = new HeaderMap();
        headers.put(Headers.ACCEPT, accept);
        put(headers, McpHeaders.PROTOCOL_VERSION, session.protocolVersion());
        if (!session.isStateless()) {
            put(headers, McpHeaders.SESSION_ID, session.id());
        }
        return headers;
    }

    private static void put(HeaderMap headers, HttpString name, String value) {
        headers.put(name, value);
    }
}
