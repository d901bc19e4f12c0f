package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;

/** The heads of requests to legacy upstreams. */
final class LegacyHeads {

    private LegacyHeads() {}

    static CallHead post(UpstreamSession session) {
        return CallHead.post(session);
    }

    static CallHead stream(UpstreamSession session) {
        return CallHead.stream(session);
    }
}
