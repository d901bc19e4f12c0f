package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a gateway says instead of an answer, in the form of RFC 9457, as one line. */
final class ProblemSentence {

    private static final int MAX_SENTENCE = 500;

    private ProblemSentence() {}

    /** @param body null when the gateway, or whatever answered in its place, sent no JSON object */
    static ApiFailure of(int status, @Nullable ObjectNode body) {
        return new ApiFailure(ClientExit.ofStatus(status), SafeText.shortened(sentence(status, body), MAX_SENTENCE));
    }

    private static String sentence(int status, @Nullable ObjectNode body) {
        String title = body == null ? "" : body.path("title").asText("");
        if (body == null || title.isEmpty()) {
            return "the answer is HTTP " + status + hint(status);
        }
        String detail = body.path("detail").asText("");
        String ofServer = body.path("serverError").path("message").asText("");
        return (detail.isEmpty() ? title : title + ": " + detail)
                + (ofServer.isEmpty() ? "" : " It says: " + ofServer)
                + " (HTTP " + status + ")" + hint(status);
    }

    private static String hint(int status) {
        if (status == 401) {
            return "; it takes the token of a user, not of a client";
        }
        return status >= 300 && status < 400 ? "; redirects are not followed, so give the final --url" : "";
    }
}
