package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.CallHeader;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** An answer that came, and what it says about the request. */
record Received(HttpResponse<BodyReading> response, URI asked) implements RoundTrip.Outcome {

    private static final int NOT_FOUND = 404;

    static AnswerHead head(int status, HttpHeaders headers) {
        return AnswerHead.of(
                status,
                headers.firstValue("Content-Type").orElse(null),
                headers.firstValue("Content-Encoding").orElse(null),
                headers.firstValue("Location").orElse(null));
    }

    /** The sessions that the upstream says to have opened; one is what is right. */
    List<String> sessionIds() {
        return response.headers().allValues(CallHeader.SESSION_ID.text());
    }

    boolean isSuccess() {
        return head().isSuccess();
    }

    /** Why the request is not answered, whatever the body says. */
    UpstreamFailure failure(boolean inSession) {
        return isSessionGone(inSession) ? new UpstreamFailure.SessionGone() : head().failure(asked);
    }

    UpstreamAnswer answer(long id, boolean inSession) {
        UpstreamFailure objection = isSessionGone(inSession) ? failure(true) : head().objection(asked);
        if (objection != null) {
            return objection;
        }
        return switch (response.body()) {
            case BodyReading.Message(ObjectNode message) -> answer(message, id, inSession);
            case BodyReading.NoMessage(FailureCause why) ->
                response.statusCode() == 200 ? UpstreamFailure.of(why) : failure(inSession);
        };
    }

    /** An error may come under a status of its own; a result may not, and neither may anything else. */
    private UpstreamAnswer answer(ObjectNode message, long id, boolean inSession) {
        UpstreamAnswer answer = Messages.answer(message, id);
        return response.statusCode() == 200 || answer instanceof UpstreamFailure.RpcError ? answer : failure(inSession);
    }

    private boolean isSessionGone(boolean inSession) {
        return inSession && response.statusCode() == NOT_FOUND;
    }

    private AnswerHead head() {
        return head(response.statusCode(), response.headers());
    }
}
