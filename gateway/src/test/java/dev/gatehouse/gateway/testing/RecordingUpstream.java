package dev.gatehouse.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * An MCP server that remembers every request exactly as it arrived. It is the oracle of the attack tests: what it did not
 * see was not forwarded, and what it saw is what was forwarded. Scripted misbehaviour takes the place of an answer where
 * a test asks for it.
 */
public final class RecordingUpstream implements AutoCloseable {

    private final List<RecordedRequest> received = new CopyOnWriteArrayList<>();
    private final List<Script> scripts = new CopyOnWriteArrayList<>();
    private final Catalogue catalogue;
    private final Streams streams = new Streams();
    private final ReplyForm form = new ReplyForm();
    private final Era era;
    private final RawHttpServer server;

    private RecordingUpstream(Catalogue catalogue, boolean modern) {
        this.catalogue = catalogue;
        var answers = new Answers(catalogue);
        this.era = modern ? new ModernEra(answers, streams, form) : new LegacyEra(answers, streams, form);
        this.server = RawHttpServer.start(new Recorder());
    }

    /** Speaks 2025-11-25 with sessions. */
    public static RecordingUpstream legacy(Catalogue catalogue) {
        return new RecordingUpstream(catalogue, false);
    }

    /** Speaks 2026-07-28. */
    public static RecordingUpstream modern(Catalogue catalogue) {
        return new RecordingUpstream(catalogue, true);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/mcp";
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Streams streams() {
        return streams;
    }

    public int connections() {
        return server.connections();
    }

    /** Everything so far, in the order of arrival. */
    public List<RecordedRequest> received() {
        return List.copyOf(received);
    }

    /** The requests whose body is a call of {@code rpcMethod}. */
    public List<RecordedRequest> received(String rpcMethod) {
        return received.stream()
                .filter(request -> request.rpcMethod().equals(rpcMethod))
                .toList();
    }

    /** The only call of {@code rpcMethod} so far. */
    public RecordedRequest only(String rpcMethod) {
        assertThat(received(rpcMethod)).as("calls of %s upstream", rpcMethod).hasSize(1);
        return received(rpcMethod).getFirst();
    }

    /** Fails if {@code text} arrived anywhere in any request, whole or broken off. */
    public void assertNeverSaw(String text) {
        assertThat(received)
                .as("requests that reached the upstream with %s", text)
                .noneMatch(request -> request.mentions(text));
    }

    public void forget() {
        received.clear();
    }

    /** Whether requests are answered by event streams from now on. */
    public void answerWithEvents(boolean use) {
        form.useEvents(use);
    }

    /** From now on requests that match are answered by {@code behaviour}; the latest script wins. */
    public void script(Predicate<RecordedRequest> when, Behaviour behaviour) {
        scripts.addFirst(new Script(when, behaviour));
    }

    /** As {@link #script(Predicate, Behaviour)}, for calls of one JSON-RPC method. */
    public void script(String rpcMethod, Behaviour behaviour) {
        script(request -> request.rpcMethod().equals(rpcMethod), behaviour);
    }

    /** Answers with an event stream that begins with {@code first} and then stays open, one of {@link #streams()}. */
    public Behaviour openStream(String first) {
        return (request, reply) -> streams.hold(new Streams.Open(reply.events(), null), first);
    }

    /** Forgets all scripts and answers JSON again. */
    public void behave() {
        scripts.clear();
        form.useEvents(false);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** What to do in place of the usual answer. */
    @FunctionalInterface
    public interface Behaviour {

        void answer(RecordedRequest request, HttpReply reply) throws IOException;
    }

    private record Script(Predicate<RecordedRequest> when, Behaviour behaviour) {}

    private final class Recorder implements RawHttpServer.Site {

        @Override
        public void arrived(RecordedRequest request) {
            received.add(request);
        }

        @Override
        public void answer(RecordedRequest request, HttpReply reply) throws IOException {
            for (Script script : scripts) {
                if (script.when().test(request)) {
                    script.behaviour().answer(request, reply);
                    return;
                }
            }
            era.answer(request, reply);
        }

        @Override
        public void connectionBroke(IOException cause) {
            // callers that go away mid-sentence are a part of the tests
        }
    }
}
