package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers paths at which there is nothing for anybody. Clients that look for an authorization server hear in its words that
 * there is none and what to do instead: what they get here is what they show to the person in front of them.
 */
final class Nowhere {

    private static final List<String> OAUTH = List.of("/register", "/authorize", "/token", "/revoke", "/introspect");

    private static final byte[] NO_OAUTH =
            ("{\"error\":\"invalid_request\",\"error_description\":\"There is no OAuth here: ask the platform team for a"
                            + " token and send it as Authorization: Bearer.\"}")
                    .getBytes(StandardCharsets.UTF_8);

    private Nowhere() {}

    /** @param objection what else speaks against the request */
    static void answer(HttpServerExchange http, @Nullable Grounds objection) {
        if (objection != null) {
            http.setPersistent(false);
            Replies.send(http, Words.of(objection).reply(null));
        } else if (isOauth(http.getRequestPath())) {
            Replies.send(http, Reply.json(404, NO_OAUTH));
        } else {
            Replies.send(http, Words.of(Grounds.NO_SUCH_ENDPOINT).reply(null));
        }
    }

    private static boolean isOauth(String path) {
        return path.startsWith("/.well-known/") || OAUTH.contains(path) || path.startsWith("/oauth");
    }
}
