package dev.gatehouse.operator.publish;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.Bug;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Translation;
import dev.gatehouse.model.translate.Translator;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.fleet.Fleet;
import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.Publication;
import dev.gatehouse.operator.world.Change;
import dev.gatehouse.operator.world.Inbox;
import dev.gatehouse.operator.world.LiveWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns changes into publications, at once and on one thread; what changes meanwhile is the next round's. Runs on every
 * replica of the operator, so that one that takes the lead has everything at hand. Start it when all watches have told
 * what there is: what it publishes first must be the whole.
 */
public final class Publisher implements FleetListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Inbox inbox;
    private final Fleet fleet;
    private final Clock clock;
    private final LiveWorld world = new LiveWorld();
    private final Translator translator;
    private final ChangeLog changes = new ChangeLog();
    private final List<PublishedListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong floor;
    private final Thread thread;
    private volatile @Nullable Published published;
    private boolean failed;

    public Publisher(Inbox inbox, Fleet fleet, Clock clock, Environment environment) {
        this.translator = new Translator(environment);
        this.inbox = inbox;
        this.fleet = fleet;
        this.clock = clock;
        this.floor = new AtomicLong(clock.millis());
        this.thread = Thread.ofPlatform().name("publisher").daemon().unstarted(this::run);
    }

    public void subscribe(PublishedListener listener) {
        listeners.add(listener);
    }

    public void start() {
        thread.start();
        inbox.ask();
    }

    /** Empty until the first world has been published. */
    public Optional<Published> published() {
        return Optional.ofNullable(published);
    }

    public ChangeLog changes() {
        return changes;
    }

    @Override
    public void outrun(long version) {
        surpass(version);
    }

    /** Publishes what is in force once more, under a version that is greater than {@code version}. */
    void surpass(long version) {
        floor.accumulateAndGet(version + 1, Math::max);
        inbox.ask();
    }

    /** Whoever takes the lead goes on above what the last leader can have published. */
    public void takeLead() {
        surpass(clock.millis());
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                follow(inbox.take());
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("Nothing is published any more");
        }
    }

    private void follow(List<Change> taken) {
        try {
            var touched = new HashSet<>(world.apply(taken));
            touched.addAll(world.setUnlabelled(inbox.unlabelled()));
            rebuild(touched);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("The world could not be translated; everything is denied until it can");
            failed = true;
            changes.restart(Long.MAX_VALUE);
            fleet.publish(new Publication(nextVersion(), AccessConfig.EMPTY));
        }
    }

    private void rebuild(Set<ResourceKey> objects) {
        boolean afresh = published == null || failed;
        Published before = published == null ? Published.NOTHING : published;
        boolean surpassed = floor.get() > before.version() + 1;
        if (objects.isEmpty() && !surpassed && !afresh) {
            return;
        }
        long begin = System.nanoTime();
        Translation translation = translator.translate(world.world());
        translation.bugs().forEach(Publisher::log);
        List<Finding> findings = withRefusals(translation.findings());
        AccessDelta delta = AccessDelta.between(before.config(), translation.config());
        Touched difference = Touched.between(objects, delta, before.findings(), findings);
        Touched touched = afresh || surpassed ? difference.everyObject() : difference;
        boolean news = afresh || surpassed || !delta.isEmpty();
        long version = news ? nextVersion() : before.version();
        var now = new Published(version, world.world(), translation.config(), findings, world.refused());
        note(afresh, touched, now);
        published = now;
        failed = false;
        if (news) {
            fleet.publish(new Publication(version, now.config()));
        }
        tell(now, touched, news, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void log(Bug bug) {
        LOG.atError()
                .addKeyValue(OperatorLogKeys.RESOURCE, bug.resource())
                .setCause(bug.thrown())
                .log("An object could not be judged; it is refused, and nothing else is affected. Please report this");
    }

    private void tell(Published now, Touched touched, boolean news, Duration took) {
        if (news) {
            LOG.atInfo()
                    .addKeyValue(OperatorLogKeys.CONFIG_VERSION, now.version())
                    .addKeyValue(OperatorLogKeys.CONFIG_DIGEST, now.config().digest())
                    .addKeyValue(OperatorLogKeys.DURATION_MICROS, took.toNanos() / 1_000)
                    .log("Configuration published");
        }
        listeners.forEach(listener -> listener.published(now, touched, took));
    }

    /** Before anybody can see the new world: its objects must not pass for enforced in the meantime. */
    private void note(boolean all, Touched touched, Published now) {
        if (all) {
            changes.restart(now.version());
        } else {
            touched.changed().forEach(key -> changes.note(key, now));
        }
    }

    private List<Finding> withRefusals(List<Finding> translated) {
        Map<ResourceKey, Change.Refused> refused = world.refused();
        if (refused.isEmpty()) {
            return translated;
        }
        var findings = new ArrayList<>(translated);
        refused.values().forEach(refusal -> findings.add(refusal.finding()));
        findings.sort(Comparator.comparing(Finding::resource));
        return List.copyOf(findings);
    }

    private long nextVersion() {
        return floor.getAndIncrement();
    }
}
