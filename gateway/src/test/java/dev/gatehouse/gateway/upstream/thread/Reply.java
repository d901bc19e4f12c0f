package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What a {@link FakeUpstream} does with a request. */
public sealed interface Reply {

    /** A JSON-RPC result in a JSON body. */
    record Result(String json) implements Reply {}

    record Refusal(int status, int code) implements Reply {}

    /** An empty body, or one that means nothing. */
    record Status(int status, Map<String, String> headers) implements Reply {}

    /** An event stream; {@code ID} in an event is replaced by the request's id. The connection then stays open or ends. */
    record Events(List<String> lines, boolean endless) implements Reply {}

    /** Any body; {@code ID} is replaced. */
    record Raw(String contentType, String body) implements Reply {}

    /** Nothing at all, until the upstream is closed. */
    record Silence() implements Reply {}

    /** Decides by the request's parameters. */
    interface Script {
        Reply to(ObjectNode params);
    }

    static Script always(Reply reply) {
        return _ -> reply;
    }
}
