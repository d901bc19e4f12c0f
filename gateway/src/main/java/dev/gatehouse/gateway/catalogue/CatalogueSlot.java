package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of one server in one era through time: when to fetch, what to keep. Thread-safe; its lock is held for
 * looking and storing only, never while anything is fetched.
 */
final class CatalogueSlot {

    /** How long a catalogue counts as fresh. */
    static final Duration FRESH_FOR = Duration.ofSeconds(30);

    /** How long the last good list is shown while the upstream fails. */
    static final Duration KEPT_FOR = Duration.ofMinutes(5);

    /** How long after a failure the upstream is left alone. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final Duration ANNOUNCED_AT_MOST_EVERY = Duration.ofSeconds(1);

    /**
     * What storing a fetch did, for logs and listeners.
     *
     * @param announced the lists of which the server had said that they change
     */
    record Outcome(
            @Nullable Catalogue before,
            @Nullable Catalogue after,
            @Nullable UpstreamFailure failure,
            Set<ListKind> announced) {

        boolean isChange() {
            return after != null && (before == null || !after.offersTheSameAs(before));
        }

        /** The lists that may read differently now. */
        Set<ListKind> changed() {
            Set<ListKind> changed = EnumSet.noneOf(ListKind.class);
            changed.addAll(announced);
            for (ListKind kind : ListKind.values()) {
                if (!items(before, kind).equals(items(after, kind))) {
                    changed.add(kind);
                }
            }
            return changed;
        }

        private static List<CatalogueItem> items(@Nullable Catalogue catalogue, ListKind kind) {
            Listing listing = catalogue == null ? null : catalogue.listing(kind);
            return listing == null ? List.of() : listing.items();
        }
    }

    private final UpstreamServer server;
    private final Era era;
    private @Nullable Catalogue last;
    private boolean speaksEra = true;
    private boolean failing;
    private Instant dueAt = Instant.MIN;
    private Instant announcedAt = Instant.MIN;
    private @Nullable Instant again;
    private long announced;
    private long seen = -1;
    private @Nullable CompletableFuture<Void> fetching;
    private Set<ListKind> announcedKinds = EnumSet.noneOf(ListKind.class);
    private long answers;
    private boolean silent;

    CatalogueSlot(UpstreamServer server, Era era) {
        this.server = server;
        this.era = era;
    }

    UpstreamServer server() {
        return server;
    }

    Era era() {
        return era;
    }

    /**
     * The upstream announced a change: whatever was asked before this does not count any more. Announcements that follow
     * each other closely only bring the next fetch forward: an upstream must not be able to keep all readers waiting.
     */
    synchronized void announce(ListKind kind, Instant now) {
        announcedKinds.add(kind);
        if (announcedAt.isAfter(now.minus(ANNOUNCED_AT_MOST_EVERY))) {
            again = announcedAt.plus(ANNOUNCED_AT_MOST_EVERY);
            dueAt = again.isBefore(dueAt) ? again : dueAt;
        } else {
            announcedAt = now;
            announced++;
            dueAt = Instant.MIN;
        }
    }

    /**
     * Whether a reader should rather wait: nothing was fetched since the start or since the last announced change, or nobody
     * has asked for so long that what is known no longer counts. An upstream that fails is not waited for again.
     */
    synchronized boolean isOutdated(Instant now) {
        return seen < announced || (!failing && last != null && !last.equals(last.since(now.minus(KEPT_FOR))));
    }

    /** Claims the next fetch: null when it is not due or under way already. */
    synchronized @Nullable Claim claim(Instant now) {
        if (fetching != null || now.isBefore(dueAt)) {
            return null;
        }
        again = null;
        silent = false;
        fetching = new CompletableFuture<>();
        return new Claim(announced, fetching);
    }

    /** @param announced how many changes had been announced when the fetch began */
    record Claim(long announced, CompletableFuture<Void> done) {}

    synchronized @Nullable CompletableFuture<Void> fetching() {
        return fetching;
    }

    /** The server has answered something of what the fetch under way asks. */
    synchronized void heard() {
        answers++;
        silent = false;
    }

    /** Whether the server was never asked before and nobody has waited for it in vain. */
    synchronized boolean isBeginning() {
        return fetching != null && seen < 0 && !silent;
    }

    /** Counts what the server has answered. */
    synchronized long answers() {
        return answers;
    }

    /** Somebody has waited in vain since the server had answered so much: nobody else does until it answers something. */
    synchronized void gaveUp(long answered) {
        silent = answers == answered;
    }

    private synchronized boolean isSilent() {
        return silent;
    }

    /**
     * Waits for the fetch under way, unless somebody else has already done so in vain.
     *
     * @return whether it has ended
     */
    boolean awaitFetch(Patience patience) {
        CompletableFuture<Void> running = fetching();
        if (running == null || running.isDone()) {
            return true;
        }
        if (isSilent()) {
            return false;
        }
        long answered = answers();
        long left = Math.max(0, patience.deadline() - System.nanoTime());
        running.copy().completeOnTimeout(null, left, TimeUnit.NANOSECONDS).join();
        if (!running.isDone()) {
            gaveUp(answered);
        }
        return running.isDone();
    }

    synchronized Outcome store(Fetch fetch, Claim claim, Instant now) {
        Catalogue before = last;
        UpstreamFailure failure = null;
        switch (fetch) {
            case Fetch.Fetched fetched -> {
                last = merge(fetched, now);
                speaksEra = true;
                failure = firstFailure(fetched);
            }
            case Fetch.OtherEra _ -> {
                last = null;
                speaksEra = false;
            }
            case Fetch.Failed failed -> failure = failed.failure();
        }
        failing = failure != null;
        seen = claim.announced();
        Instant next = now.plus(failure == null ? FRESH_FOR : RETRY_AFTER);
        Instant sooner = again != null && again.isBefore(next) ? again : next;
        dueAt = seen < announced ? Instant.MIN : sooner;
        fetching = null;
        Set<ListKind> told = announcedKinds;
        announcedKinds = EnumSet.noneOf(ListKind.class);
        return new Outcome(before, last, failure, told);
    }

    /** The catalogue without lists that have outlived {@link #KEPT_FOR}; null: there is none. */
    synchronized @Nullable Catalogue current(Instant now) {
        Catalogue current = last == null ? null : last.since(now.minus(KEPT_FOR));
        return current == null || current.listings().isEmpty() ? null : current;
    }

    synchronized boolean isOfOtherEra() {
        return !speaksEra;
    }

    synchronized Instant dueAt() {
        return dueAt;
    }

    private Catalogue merge(Fetch.Fetched fetched, Instant now) {
        Map<ListKind, Listing> listings = new EnumMap<>(ListKind.class);
        fetched.lists().forEach((kind, result) -> {
            Listing listing = switch (result) {
                case Drain.Result.Complete complete -> complete.listing();
                case Drain.Result.Failed _ ->
                    last == null ? null : last.since(now.minus(KEPT_FOR)).listing(kind);
            };
            if (listing != null) {
                listings.put(kind, listing);
            }
        });
        return new Catalogue(server, era, fetched.introduction(), listings);
    }

    private static @Nullable UpstreamFailure firstFailure(Fetch.Fetched fetched) {
        for (Drain.Result result : fetched.lists().values()) {
            if (result instanceof Drain.Result.Failed failed) {
                return failed.failure();
            }
        }
        return null;
    }
}
