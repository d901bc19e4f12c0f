package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks upstreams for all that they offer, through sessions that belong to the gateway and to no client, within the
 * server's {@code timeouts.list} for the whole. Thread-safe; blocks.
 */
final class CatalogueFetcher implements AutoCloseable {

    /** A session of the gateway's own, kept from fetch to fetch. */
    private record OwnSession(UpstreamServer server, UpstreamSession session, Introduction introduction) {}

    private final UpstreamClient client;
    private final SpokenEras eras;
    private final Clock clock;
    private final ExecutorService executor;
    private final Map<ServerId, OwnSession> sessions = new ConcurrentHashMap<>();

    CatalogueFetcher(UpstreamClient client, SpokenEras eras, Clock clock, ExecutorService executor) {
        this.client = client;
        this.eras = eras;
        this.clock = clock;
        this.executor = executor;
    }

    /** @param heard runs whenever the server has answered something */
    Fetch fetch(UpstreamServer server, Era era, Runnable heard) {
        Eras spoken = eras.find(server);
        if (spoken == null) {
            return new Fetch.Failed(new UpstreamFailure.Unreachable("it answered in no era of MCP"));
        }
        if (!spoken.speaks(era)) {
            return new Fetch.OtherEra();
        }
        heard.run();
        Instant deadline = clock.instant().plus(server.timeouts().list());
        Fetch fetched = switch (era) {
            case LEGACY -> legacy(server, deadline, heard);
            case MODERN -> modern(server, deadline, heard);
        };
        if (fetched instanceof Fetch.Failed) {
            eras.forget(server.id());
        }
        return fetched;
    }

    /** The gateway's own session with a server, or null while there is none. */
    @Nullable
    UpstreamSession session(UpstreamServer server) {
        OwnSession own = sessions.get(server.id());
        return own != null && own.server().equals(server) ? own.session() : null;
    }

    /** Ends the gateway's own session with a server that is no longer configured like this. */
    void forget(UpstreamServer server) {
        drop(sessions.get(server.id()));
    }

    @Override
    public void close() {
        sessions.values().forEach(this::drop);
    }

    private Fetch modern(UpstreamServer server, Instant deadline, Runnable heard) {
        UpstreamAnswer answer =
                client.request(server, "server/discover", JsonNodeFactory.instance.objectNode(), left(deadline));
        return switch (answer) {
            case UpstreamAnswer.Answered answered -> {
                Introduction introduction = Introduction.of(Versions.MODERN, answered.result());
                heard.run();
                Drain.Pages pages =
                        heard(heard, (method, params, timeout) -> client.request(server, method, params, timeout));
                yield new Fetch.Fetched(
                        introduction, drain(server, introduction, pages, deadline, List.of(ListKind.values())));
            }
            case UpstreamFailure failure -> new Fetch.Failed(failure);
        };
    }

    private Fetch legacy(UpstreamServer server, Instant deadline, Runnable heard) {
        OwnSession kept = sessions.get(server.id());
        if (kept != null && kept.server().equals(server)) {
            Map<ListKind, Drain.Result> lists = lists(kept, deadline, List.of(ListKind.values()), heard);
            List<ListKind> failed = failed(lists);
            if (failed.isEmpty()) {
                return new Fetch.Fetched(kept.introduction(), lists);
            }
            drop(kept);
            return inNewSession(server, deadline, lists, failed, heard);
        }
        drop(kept);
        return inNewSession(server, deadline, new EnumMap<>(ListKind.class), List.of(ListKind.values()), heard);
    }

    private Fetch inNewSession(
            UpstreamServer server,
            Instant deadline,
            Map<ListKind, Drain.Result> known,
            List<ListKind> wanted,
            Runnable heard) {
        return switch (client.open(server, Versions.LATEST_LEGACY, left(deadline))) {
            case Initialization.Initialized opened -> {
                var own = new OwnSession(
                        server,
                        opened.session(),
                        Introduction.of(opened.session().protocolVersion(), opened.result()));
                heard.run();
                known.putAll(lists(own, deadline, wanted, heard));
                if (failed(known).isEmpty()) {
                    drop(sessions.put(server.id(), own));
                } else {
                    client.end(server, own.session());
                }
                yield new Fetch.Fetched(own.introduction(), known);
            }
            case UpstreamFailure failure -> new Fetch.Failed(failure);
        };
    }

    private Map<ListKind, Drain.Result> lists(OwnSession own, Instant deadline, List<ListKind> wanted, Runnable heard) {
        Drain.Pages pages = heard(
                heard,
                (method, params, timeout) -> client.request(own.server(), own.session(), method, params, timeout));
        return drain(own.server(), own.introduction(), pages, deadline, wanted);
    }

    private static Drain.Pages heard(Runnable heard, Drain.Pages pages) {
        return (method, params, timeout) -> {
            UpstreamAnswer answer = pages.page(method, params, timeout);
            heard.run();
            return answer;
        };
    }

    /** The lists do not wait for each other: one slow list costs no other its time. */
    private Map<ListKind, Drain.Result> drain(
            UpstreamServer server,
            Introduction introduction,
            Drain.Pages pages,
            Instant deadline,
            List<ListKind> wanted) {
        Map<ListKind, Future<Drain.Result>> running = new EnumMap<>(ListKind.class);
        Map<ListKind, Drain.Result> results = new EnumMap<>(ListKind.class);
        for (ListKind kind : wanted) {
            if (introduction.offers(kind.capability())) {
                var drain = new Drain(kind, server.key(), clock);
                running.put(kind, executor.submit(() -> drain.run(pages, deadline)));
            } else {
                results.put(kind, new Drain.Result.Complete(Listing.of(kind, List.of(), 0, clock.instant())));
            }
        }
        running.forEach((kind, future) -> results.put(kind, result(future)));
        return results;
    }

    private static Drain.Result result(Future<Drain.Result> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Drain.Result.Failed(new UpstreamFailure.Unreachable("the gateway gave up waiting"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a list failed", e.getCause());
        }
    }

    private static List<ListKind> failed(Map<ListKind, Drain.Result> lists) {
        List<ListKind> kinds = new ArrayList<>();
        lists.forEach((kind, result) -> {
            if (result instanceof Drain.Result.Failed) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    private void drop(@Nullable OwnSession own) {
        if (own != null) {
            sessions.remove(own.server().id(), own);
            client.end(own.server(), own.session());
        }
    }

    private Duration left(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isPositive() ? left : Duration.ZERO;
    }
}
