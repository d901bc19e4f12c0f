package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A stateful server of 2025-11-25: {@code initialize} mints a session that everything else must carry. */
final class LegacyEra implements Era {

    static final String VERSION = "2025-11-25";

    private final Answers answers;
    private final Streams streams;
    private final ReplyForm form;
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger minted = new AtomicInteger();

    LegacyEra(Answers answers, Streams streams, ReplyForm form) {
        this.answers = answers;
        this.streams = streams;
        this.form = form;
    }

    @Override
    public void answer(RecordedRequest request, HttpReply reply) throws IOException {
        if (request.rpcMethod().equals("initialize")) {
            initialize(request.json(), reply);
            return;
        }
        String session = String.join(",", request.header("mcp-session-id"));
        if (!sessions.contains(session)) {
            reply.json(
                    session.isEmpty() ? 400 : 404,
                    Answers.error(-32600, "no such session").toString());
            return;
        }
        switch (request.method()) {
            case "GET" -> streams.hold(new Streams.Open(reply.events(), null));
            case "DELETE" -> {
                sessions.remove(session);
                reply.empty(200);
            }
            case "POST" -> post(request.json(), reply);
            default -> reply.empty(405);
        }
    }

    private void initialize(ObjectNode request, HttpReply reply) throws IOException {
        String session = "upstream-session-" + minted.incrementAndGet();
        sessions.add(session);
        ObjectNode result = Json.quoted("""
                {'protocolVersion': '2025-11-25',
                 'capabilities': {'tools': {'listChanged': true}, 'prompts': {'listChanged': true},
                   'resources': {'subscribe': true, 'listChanged': true}, 'completions': {}, 'logging': {}},
                 'serverInfo': {'name': 'scripted', 'version': '1'},
                 'instructions': 'scripted instructions'}
                """);
        ObjectNode answer = Json.object().put("jsonrpc", "2.0");
        answer.set("id", request.path("id"));
        answer.set("result", result);
        form.send(answer, reply, new HeaderLine("Mcp-Session-Id", session));
    }

    private void post(ObjectNode message, HttpReply reply) throws IOException {
        if (!message.has("id") || !message.has("method")) {
            reply.empty(202);
            return;
        }
        form.sendWithProgress(message, answers.to(message), reply);
    }
}
