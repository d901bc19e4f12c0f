package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.plan.Endpoint;
import dev.gatehouse.gateway.relay.Lane;
import dev.gatehouse.gateway.relay.Lanes;
import dev.gatehouse.gateway.relay.Request;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.util.Map;

/** The MCP plane: finds the endpoint and hands on to what each verb does there. */
final class McpService implements PlaneService {

    private final Lanes lanes;
    private final PostIntake post;
    private final SessionVerbs verbs;

    McpService(Lanes lanes, PostIntake post, SessionVerbs verbs) {
        this.lanes = lanes;
        this.post = post;
        this.verbs = verbs;
    }

    @Override
    public Plane plane() {
        return Plane.MCP;
    }

    @Override
    public boolean servePublicly(HttpServerExchange http) {
        return false;
    }

    @Override
    public void refuse(HttpServerExchange http, Grounds grounds, Map<String, String> headers) {
        headers.forEach((name, value) -> http.getResponseHeaders().put(new HttpString(name), value));
        Replies.send(http, Words.of(grounds).reply(null));
    }

    @Override
    public void serve(Visit visit) {
        HttpServerExchange http = visit.http();
        Endpoint endpoint = Endpoint.at(http.getRequestPath(), visit.caller());
        if (endpoint == null) {
            visit.entry().wentTo(http.getRequestPath());
            refuse(visit, Grounds.NO_SUCH_ENDPOINT, Map.of());
            return;
        }
        if (endpoint instanceof Endpoint.Single(var server)) {
            visit.entry().concerns(server.key(), null);
        }
        switch (http.getRequestMethod().toString()) {
            case "POST" -> dispatch(visit, endpoint, request -> post.take(http, request));
            case "GET" -> dispatch(visit, endpoint, request -> verbs.stream(http, request));
            case "DELETE" -> dispatch(visit, endpoint, request -> verbs.end(http, request));
            default -> refuse(visit, Grounds.VERB, Map.of("Allow", "POST, GET, DELETE"));
        }
    }

    private interface Serving {
        void serve(Request request);
    }

    private void dispatch(Visit visit, Endpoint endpoint, Serving serving) {
        HttpServerExchange http = visit.http();
        Lane lane = lanes.of(http.getIoThread(), http.getConnection().getByteBufferPool());
        Entry entry = visit.entry();
        var request = new Request(visit.caller(), endpoint, entry, new HttpReply(http), lane);
        http.dispatch(SameThreadExecutor.INSTANCE, () -> serving.serve(request));
    }

    private void refuse(Visit visit, Grounds grounds, Map<String, String> headers) {
        visit.entry().refused(grounds);
        refuse(visit.http(), grounds, headers);
    }
}
