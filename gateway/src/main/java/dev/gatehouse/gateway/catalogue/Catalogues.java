package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every upstream offers, kept fresh: fetched through the gateway's own upstream session at a configuration swap, on
 * need, after its time to live and when an upstream says that a list has changed. An upstream that fails keeps its last
 * good lists for five minutes, then counts as missing. Whoever needs lists waits a second at most for a server that was
 * never asked before, and not for one that somebody has waited for in vain. Thread-safe; no lock is held during I/O.
 */
public final class Catalogues implements AutoCloseable {

    private static final Duration WHILE_FETCHING = Duration.ofMillis(250);

    private record Slot(ServerId server, Era era) {}

    private final UpstreamClient client;
    private final SpokenEras eras;
    private final Clock clock;
    private final List<CatalogueListener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CatalogueFetcher fetcher;
    private final CatalogueLog log = new CatalogueLog();
    private final Map<Slot, CatalogueSlot> slots = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final EraClaims claims = new EraClaims(this);

    public Catalogues(UpstreamClient client, UpstreamEras eras, Clock clock, CatalogueListener listener) {
        this.client = client;
        this.eras = new SpokenEras(eras, generation::incrementAndGet);
        this.clock = clock;
        this.listeners.add(listener);
        this.fetcher = new CatalogueFetcher(client, this.eras, clock, executor);
    }

    /** Which era each caller is led to. */
    public EraClaims claims() {
        return claims;
    }

    /** Hears of everything from now on. */
    public void subscribe(CatalogueListener another) {
        listeners.add(another);
    }

    /** A configuration was swapped in: drops removed servers and starts fetching all others. Does not block. */
    public void retain(Collection<UpstreamServer> servers) {
        Map<ServerId, UpstreamServer> kept =
                servers.stream().collect(Collectors.toMap(UpstreamServer::id, server -> server));
        Set<UpstreamServer> gone = slots.values().stream()
                .map(CatalogueSlot::server)
                .filter(server -> !server.equals(kept.get(server.id())))
                .collect(Collectors.toSet());
        slots.values().removeIf(slot -> gone.contains(slot.server()));
        gone.forEach(server -> {
            fetcher.forget(server);
            log.forget(server.id());
        });
        if (!gone.isEmpty()) {
            generation.incrementAndGet();
        }
        eras.retain(servers);
        claims.retain(servers);
        client.retain(servers);
        for (UpstreamServer server : servers) {
            for (Era era : Era.values()) {
                refresh(slot(server, era));
            }
        }
    }

    /**
     * An upstream said that a list has changed. Readers that come from now on wait for the new one, within their patience.
     * Does not block.
     */
    public void invalidate(ServerId server, ListKind kind) {
        slots.values().stream()
                .filter(slot -> slot.server().id().equals(server) && !slot.isOfOtherEra())
                .forEach(slot -> {
                    slot.announce(kind, clock.instant());
                    generation.incrementAndGet();
                    refresh(slot);
                });
    }

    /** Grows whenever any upstream's lists may read differently. */
    public long generation() {
        return generation.get();
    }

    /** The last known catalogue, or null; asks nobody and does not block. */
    public @Nullable Catalogue known(UpstreamServer server, Era era) {
        CatalogueSlot slot = slots.get(new Slot(server.id(), era));
        return slot == null || !slot.server().equals(server) ? null : slot.current(clock.instant());
    }

    /** What a server speaks or spoke last; null while nobody knows. Does not block. */
    @Nullable
    Eras erasOf(UpstreamServer server) {
        return eras.of(server);
    }

    /** Whether it is worth waiting for the eras of one of them: it was never asked before and does not hang. */
    boolean mayLearnErasOf(List<UpstreamServer> servers) {
        return servers.stream().anyMatch(this::mayLearnErasOf);
    }

    private boolean mayLearnErasOf(UpstreamServer server) {
        if (eras.of(server) != null) {
            return false;
        }
        CatalogueSlot slot = slots.get(new Slot(server.id(), Era.LEGACY));
        return slot == null || !slot.server().equals(server) || slot.isBeginning();
    }

    /** Waits while that is worth it. */
    void learnErasOf(List<UpstreamServer> servers, Patience patience) {
        List<CatalogueSlot> asked =
                begin(servers.stream().filter(this::mayLearnErasOf).toList(), Era.LEGACY);
        eras.await(() -> !mayLearnErasOf(servers), patience);
        asked.stream().filter(slot -> mayLearnErasOf(slot.server())).forEach(slot -> slot.gaveUp(0));
    }

    /** Starts whatever fetches of a server are due. Does not block. */
    void freshen(UpstreamServer server) {
        for (Era era : Era.values()) {
            refresh(slot(server, era));
        }
    }

    /** The gateway's own session with a legacy server, or null while there is none. */
    @Nullable
    UpstreamSession ownSession(UpstreamServer server) {
        return fetcher.session(server);
    }

    /** A snapshot without waiting, or null when some server's lists have yet to be fetched. Does not block. */
    public @Nullable CatalogueSnapshot ready(Collection<UpstreamServer> servers, Era era) {
        List<CatalogueSlot> wanted = begin(servers, era);
        Instant now = clock.instant();
        return wanted.stream().anyMatch(slot -> slot.isOutdated(now)) ? null : collect(wanted);
    }

    /**
     * Starts all fetches that are due and waits, within the patience, where nothing was fetched yet or a change was announced.
     * Everything else is shown as it is known.
     */
    CatalogueSnapshot snapshot(Collection<UpstreamServer> servers, Era era, Patience patience) {
        List<CatalogueSlot> wanted = begin(servers, era);
        wanted.forEach(slot -> await(slot, patience));
        return collect(wanted);
    }

    /** A change that is announced during a fetch makes another one due, so this may wait for more than one. */
    private void await(CatalogueSlot slot, Patience patience) {
        while (slot.fetching() != null && slot.isOutdated(clock.instant()) && slot.awaitFetch(patience)) {
            refresh(slot);
        }
    }

    private List<CatalogueSlot> begin(Collection<UpstreamServer> servers, Era era) {
        List<CatalogueSlot> wanted = new ArrayList<>();
        for (UpstreamServer server : servers) {
            CatalogueSlot slot = slot(server, era);
            refresh(slot);
            wanted.add(slot);
        }
        wanted.sort(Comparator.comparing(slot -> slot.server().key()));
        return wanted;
    }

    private CatalogueSlot slot(UpstreamServer server, Era era) {
        var key = new Slot(server.id(), era);
        CatalogueSlot known = slots.get(key);
        if (known != null && known.server().equals(server)) {
            return known;
        }
        return slots.compute(
                key,
                (_, other) -> other != null && other.server().equals(server) ? other : new CatalogueSlot(server, era));
    }

    private void refresh(CatalogueSlot slot) {
        CatalogueSlot.Claim claim = executor.isShutdown() ? null : slot.claim(clock.instant());
        if (claim != null) {
            executor.execute(() -> fetch(slot, claim));
        }
    }

    private void fetch(CatalogueSlot slot, CatalogueSlot.Claim claim) {
        Fetch fetch = new Fetch.Failed(UpstreamFailure.of(FailureCause.INTERNAL));
        try {
            fetch = fetcher.fetch(slot.server(), slot.era(), slot::heard);
        } finally {
            CatalogueSlot.Outcome outcome = slot.store(fetch, claim, clock.instant());
            publish(slot, outcome);
            claim.done().complete(null);
            eras.settled();
        }
    }

    private void publish(CatalogueSlot slot, CatalogueSlot.Outcome outcome) {
        if (outcome.isChange() || (outcome.before() == null) != (outcome.after() == null)) {
            generation.incrementAndGet();
        }
        log.fetched(slot.server(), slot.era(), outcome);
        listeners.forEach(listener -> tell(listener, slot, outcome));
    }

    private static void tell(CatalogueListener listener, CatalogueSlot slot, CatalogueSlot.Outcome outcome) {
        UpstreamFailure failure = outcome.failure();
        if (failure != null) {
            listener.failed(slot.server(), slot.era(), failure);
        }
        Catalogue after = outcome.after();
        if (after != null && outcome.isChange()) {
            listener.changed(outcome.before(), after);
        } else if (after == null && outcome.before() != null) {
            listener.gone(slot.server(), slot.era());
        }
        Set<ListKind> changed = outcome.changed();
        if (!changed.isEmpty()) {
            listener.listsChanged(slot.server(), slot.era(), changed);
        }
    }

    private CatalogueSnapshot collect(List<CatalogueSlot> wanted) {
        Instant now = clock.instant();
        long seen = generation.get();
        List<Catalogue> catalogues = new ArrayList<>();
        List<UpstreamServer> missing = new ArrayList<>();
        Instant goodUntil = now.plus(CatalogueSlot.FRESH_FOR);
        for (CatalogueSlot slot : wanted) {
            Catalogue current = slot.current(now);
            if (current != null) {
                catalogues.add(current);
            } else if (!slot.isOfOtherEra()) {
                missing.add(slot.server());
            }
            goodUntil = slot.dueAt().isBefore(goodUntil) ? slot.dueAt() : goodUntil;
        }
        Instant soonest = now.plus(WHILE_FETCHING);
        return new CatalogueSnapshot(catalogues, missing, seen, goodUntil.isBefore(soonest) ? soonest : goodUntil);
    }

    @Override
    public void close() {
        fetcher.close();
        executor.shutdownNow();
    }
}
