package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.link.TokenUse;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.publish.Published;
import dev.gatehouse.operator.publish.PublishedListener;
import dev.gatehouse.operator.publish.Publisher;
import dev.gatehouse.operator.publish.Touched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Decides which statuses are looked at again, and when. What changed waits for a moment for the gateways to confirm it, as
 * they do within milliseconds: the status is then written once and not twice. Everything happens on one thread, and only
 * while this operator leads.
 */
public final class StatusQueue implements PublishedListener, FleetListener, AutoCloseable {

    private static final Duration GRACE = Duration.ofMillis(250);

    /** The fleet's own status tells every version: it may lag a little. */
    private static final Duration FLEET_STATUS_EVERY = Duration.ofSeconds(1);

    private final Publisher publisher;
    private final FleetTracker fleet;
    private final Observations observations;
    private final Map<Kind, ObjectFeed<?>> feeds;
    private final BooleanSupplier leading;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("status").daemon().factory(), new DiscardPolicy());

    // of the thread
    private final Map<ResourceKey, Long> unconfirmed = new HashMap<>();
    private final Map<ResourceKey, Long> told = new HashMap<>();
    private FleetState last = FleetState.EMPTY;
    private boolean fleetStatusDue;

    public StatusQueue(
            Publisher publisher,
            FleetTracker fleet,
            TokenTimes uses,
            FoundOffers discoveries,
            Map<Kind, ObjectFeed<?>> feeds,
            BooleanSupplier leading) {
        this.publisher = publisher;
        this.fleet = fleet;
        this.observations = new Observations(uses, discoveries);
        this.feeds = Map.copyOf(feeds);
        this.leading = leading;
    }

    public void leadTaken() {
        thread.execute(() -> {
            last = FleetState.EMPTY;
            everything();
        });
        after(FleetTracker.GATHERING, this::everything);
        after(FleetTracker.ABSENCE, this::everything);
    }

    @Override
    public void published(Published now, Touched touched, Duration took) {
        observations.forgetWhatIsGone(now, touched);
        thread.execute(() -> noteChanges(now, touched));
    }

    @Override
    public void changed(FleetState state) {
        fleet.changed(state);
        thread.execute(() -> noteFleet(state));
    }

    @Override
    public void tokensUsed(List<TokenUse> used) {
        publisher
                .published()
                .map(now -> observations.noteUses(now, used))
                .ifPresent(news -> thread.execute(() -> news.forEach(this::reconcile)));
    }

    @Override
    public void discovered(String replica, List<DiscoveredServer> servers) {
        publisher
                .published()
                .map(now -> observations.noteDiscovered(now, servers))
                .ifPresent(news -> thread.execute(() -> news.forEach(this::reconcile)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void noteChanges(Published now, Touched touched) {
        if (!leading.getAsBoolean()) {
            return;
        }
        long applied = last.appliedByAll();
        Collection<ResourceKey> noted = touched.everything() ? keysOf(now) : touched.noted();
        for (ResourceKey key : noted) {
            long since = publisher.changes().versionOf(key);
            if (since <= applied) {
                reconcile(key);
            } else {
                unconfirmed.put(key, since);
            }
        }
        if (!unconfirmed.isEmpty()) {
            after(GRACE, () -> overdue(now.version()));
        }
        fleetStatusSoon();
    }

    /** Whoever has not been confirmed by now says so, and again when it is. */
    private void overdue(long version) {
        unconfirmed.forEach((key, since) -> {
            if (since <= version && !since.equals(told.put(key, since))) {
                reconcile(key);
            }
        });
    }

    private void noteFleet(FleetState state) {
        long applied = state.appliedByAll();
        boolean empty = state.replicas().isEmpty();
        if (empty != last.replicas().isEmpty() || applied < last.appliedByAll()) {
            everything();
        }
        if (empty) {
            after(FleetTracker.ABSENCE, this::everything);
        }
        last = state;
        unconfirmed.entrySet().removeIf(entry -> {
            boolean confirmed = entry.getValue() <= applied;
            if (confirmed) {
                told.remove(entry.getKey());
                reconcile(entry.getKey());
            }
            return confirmed;
        });
        fleetStatusSoon();
    }

    private void everything() {
        publisher.published().ifPresent(now -> keysOf(now).forEach(this::reconcile));
    }

    private void fleetStatusSoon() {
        if (!fleetStatusDue) {
            fleetStatusDue = true;
            after(FLEET_STATUS_EVERY, this::fleetStatus);
        }
    }

    private void fleetStatus() {
        fleetStatusDue = false;
        publisher.published().ifPresent(now -> now.world().gateways().forEach(gateway -> reconcile(gateway.key())));
    }

    private void reconcile(ResourceKey key) {
        ObjectFeed<?> feed = feeds.get(key.kind());
        if (feed != null && leading.getAsBoolean()) {
            feed.reconcile(key.namespace(), key.name());
        }
    }

    private void after(Duration delay, Runnable task) {
        var _ = thread.schedule(task, delay.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private static List<ResourceKey> keysOf(Published now) {
        World world = now.world();
        var keys = new ArrayList<ResourceKey>(now.refused().keySet());
        for (List<? extends Resource> objects :
                List.of(world.servers(), world.allowLists(), world.clients(), world.users(), world.gateways())) {
            objects.forEach(object -> keys.add(object.key()));
        }
        return keys;
    }
}
