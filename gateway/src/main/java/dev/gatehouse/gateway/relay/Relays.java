package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.session.SessionSealer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Everything that carries plans out, put together. */
public final class Relays implements AutoCloseable {

    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final PlanRunner runner;
    private final Uploads uploads;

    public Relays(AccessStore store, Upstreams upstreams, SessionSealer sealer, CursorSealer cursors) {
        var aside = new Aside(virtualThreads);
        var filter = new EventFilter(store, upstreams.catalogues());
        var targets = upstreams.targets();
        var sessions = upstreams.sessions();
        var calls = new Calls(targets, sessions, filter, aside);
        var known = new UpstreamKnowledge(
                upstreams.eras(), upstreams.owners(), upstreams.catalogues().claims(), upstreams.versions());
        this.runner = new PlanRunner(
                known,
                calls,
                new ListPages(calls, sessions, cursors),
                new Lists(upstreams.aggregateLists(), aside),
                new Introductions(upstreams, sealer, aside),
                new Streams(
                        new AggregateStream(targets, sessions, filter, upstreams.attention()),
                        new SingleStream(targets, sessions, filter),
                        new Listening(targets, filter, upstreams.attention())),
                new SessionNotices(targets, sessions),
                aside);
        this.uploads = new Uploads(known, sessions, calls);
    }

    public PlanRunner runner() {
        return runner;
    }

    public Uploads uploads() {
        return uploads;
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        virtualThreads.shutdownNow();
    }
}
