package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.testing.HttpReply;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RawHttpServer;
import dev.gatehouse.gateway.testing.RecordedRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream.Behaviour;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers what a test writes, for what no real gateway would say; it keeps what it was asked. */
final class ScriptedApi implements RawHttpServer.Site, AutoCloseable {

    static final String TOKEN = Tokens.of("ada");

    private final Map<String, Behaviour> scripts = new HashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final RawHttpServer server = RawHttpServer.start(this);

    /** Answers {@code GET /tools}, say, below the API's path; single quotes stand for double ones. */
    ScriptedApi on(String request, String json) {
        return on(request, (asked, reply) -> reply.json(200, Json.quoted(json).toString()));
    }

    ScriptedApi on(String request, Behaviour script) {
        scripts.put(request, script);
        return this;
    }

    List<RecordedRequest> requests() {
        return requests;
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Runs the command as a user of this server. */
    Run run(String... arguments) {
        return Run.gatehouse(Map.of("GATEHOUSE_URL", url(), "GATEHOUSE_TOKEN", TOKEN), arguments);
    }

    /** Runs it without the variables that say where and who. */
    Run bare(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--url=" + url());
        return Run.gatehouse(Map.of(), all.toArray(String[]::new));
    }

    @Override
    public void arrived(RecordedRequest request) {
        requests.add(request);
    }

    @Override
    public void answer(RecordedRequest request, HttpReply reply) throws IOException {
        Behaviour script = scripts.get(request.method() + " " + request.target().replaceFirst("^/api/v1", ""));
        if (script == null) {
            reply.send(404, "application/problem+json", "{\"title\":\"Not found\",\"status\":404}");
        } else {
            script.answer(request, reply);
        }
    }

    @Override
    public void connectionBroke(IOException cause) {
        // a client that has what it wanted, or gave up, as some tests want
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
