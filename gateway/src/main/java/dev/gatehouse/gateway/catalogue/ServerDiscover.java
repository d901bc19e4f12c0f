package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.UpstreamServer;

/**
 * Passes {@code server/discover} on to one server and takes out what the gateway cannot carry. The result is private to
 * the caller, whatever the upstream says: a shared cache must not tell of it. Thread-safe.
 */
public final class ServerDiscover {

    private final UpstreamClient client;

    public ServerDiscover(UpstreamClient client) {
        this.client = client;
    }

    /** The upstream's result, trimmed. Waits for the upstream, at most for its request timeout. */
    public UpstreamAnswer result(UpstreamServer server) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        UpstreamAnswer answer = client.request(
                server, "server/discover", params, server.timeouts().request());
        return switch (answer) {
            case UpstreamAnswer.Answered answered -> new UpstreamAnswer.Answered(trimmed(answered.result()));
            case UpstreamFailure failure -> failure;
        };
    }

    private static ObjectNode trimmed(ObjectNode upstreams) {
        ObjectNode result = upstreams.deepCopy();
        Trimming.capabilities(result);
        result.put("cacheScope", "private");
        ArrayNode versions = result.putArray("supportedVersions");
        Introduction.versions(upstreams).forEach(versions::add);
        return result;
    }
}
