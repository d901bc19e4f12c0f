package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/** A stateless server of 2026-07-28. */
final class ModernEra implements Era {

    static final String VERSION = "2026-07-28";

    private static final Set<String> UNCACHED = Set.of("tools/call", "prompts/get", "completion/complete");

    private final Answers answers;
    private final Streams streams;
    private final ReplyForm form;

    ModernEra(Answers answers, Streams streams, ReplyForm form) {
        this.answers = answers;
        this.streams = streams;
        this.form = form;
    }

    @Override
    public void answer(RecordedRequest request, HttpReply reply) throws IOException {
        if (!request.method().equals("POST")) {
            reply.empty(405);
            return;
        }
        ObjectNode message = request.json();
        switch (request.rpcMethod()) {
            case "server/discover" -> form.send(discovered(message), reply);
            case "subscriptions/listen" -> listen(message, reply);
            case "initialize" ->
                reply.json(
                        404,
                        withId(message, Answers.error(-32601, "Method not found"))
                                .toString());
            default -> call(message, reply);
        }
    }

    private void call(ObjectNode message, HttpReply reply) throws IOException {
        ObjectNode answer = answers.to(message);
        if (answer.path("error").path("code").asInt() == -32601) {
            reply.json(404, answer.toString());
            return;
        }
        if (answer.get("result") instanceof ObjectNode result) {
            result.put("resultType", "complete");
            if (!UNCACHED.contains(message.path("method").asText())) {
                result.put("ttlMs", 60_000).put("cacheScope", "public");
            }
        }
        form.sendWithProgress(message, answer, reply);
    }

    private void listen(ObjectNode message, HttpReply reply) throws IOException {
        ObjectNode params = Json.object();
        params.set("notifications", message.path("params").path("notifications"));
        params.withObject("/_meta").set("io.modelcontextprotocol/subscriptionId", message.path("id"));
        ObjectNode acknowledged =
                Json.object().put("jsonrpc", "2.0").put("method", "notifications/subscriptions/acknowledged");
        acknowledged.set("params", params);
        streams.hold(new Streams.Open(reply.events(), message.path("id")), EventReply.event(acknowledged.toString()));
    }

    private static ObjectNode discovered(ObjectNode message) {
        return withId(message, Answers.result(Json.quoted("""
                                {'resultType': 'complete', 'ttlMs': 60000, 'cacheScope': 'public',
                                 'supportedVersions': ['2026-07-28'],
                                 'capabilities': {'tools': {'listChanged': true}, 'prompts': {'listChanged': true},
                                   'resources': {'subscribe': true, 'listChanged': true}, 'completions': {}},
                                 'instructions': 'scripted instructions',
                                 '_meta': {'io.modelcontextprotocol/serverInfo': {'name': 'scripted', 'version': '1'}}}
                                """)));
    }

    private static ObjectNode withId(ObjectNode message, ObjectNode outcome) {
        ObjectNode answer = Json.object().put("jsonrpc", "2.0");
        answer.set("id", message.path("id"));
        answer.setAll(outcome);
        return answer;
    }
}
