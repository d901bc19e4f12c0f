package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Whether a scripted upstream answers requests as JSON or as an event stream; a test may switch at any time. */
final class ReplyForm {

    private volatile boolean events;

    void useEvents(boolean use) {
        events = use;
    }

    void send(ObjectNode answer, HttpReply reply, HeaderLine... headers) throws IOException {
        if (!events) {
            reply.json(200, answer.toString(), headers);
            return;
        }
        EventReply stream = reply.events(headers);
        stream.message(answer.toString());
        stream.end();
    }

    /** As an event stream it first reports progress twice, if {@code request} brought a token for it. */
    void sendWithProgress(ObjectNode request, ObjectNode answer, HttpReply reply) throws IOException {
        JsonNode token = request.path("params").path("_meta").path("progressToken");
        if (!events || token.isMissingNode()) {
            send(answer, reply);
            return;
        }
        EventReply stream = reply.events();
        stream.message(progress(token, 1).toString());
        stream.message(progress(token, 2).toString());
        stream.message(answer.toString());
        stream.end();
    }

    static ObjectNode progress(JsonNode token, int step) {
        ObjectNode progress = Json.object().put("jsonrpc", "2.0").put("method", "notifications/progress");
        ObjectNode params = progress.putObject("params").put("progress", step).put("total", 2);
        params.set("progressToken", token);
        return progress;
    }
}
