package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.resource.StoredObject;
import dev.gatehouse.operator.watch.WatchedNamespaces;
import dev.gatehouse.operator.world.Inbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.api.config.Cloner;
import io.javaoperatorsdk.operator.api.config.ConfigurationService;
import io.javaoperatorsdk.operator.api.config.ResolvedControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One controller for each kind, all made from the one reconciler. The SDK's leader election stays off: its standbys hear
 * nothing, and ours are to have the world at hand.
 */
public final class Controllers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Controllers.class);
    private static final Duration RECONCILIATION_END = Duration.ofSeconds(1);
    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LONGEST_RETRY_MILLIS = 30_000;

    private final ConfigurationService service;
    private final Operator operator;
    private final WatchedNamespaces where;
    private final Map<Kind, ObjectFeed<?>> feeds = new EnumMap<>(Kind.class);
    private final AtomicBoolean broken = new AtomicBoolean();

    public Controllers(
            KubernetesClient client,
            WatchedNamespaces where,
            Inbox inbox,
            Desk desk,
            Reports reports,
            InstantSource clock) {
        this.where = where;
        this.service = ConfigurationService.newOverriddenConfigurationService(overrider -> overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withStopOnInformerErrorDuringStartup(false)
                .withInformerStoppedHandler((informer, failure) -> stopped(failure))
                .withReconciliationTerminationTimeout(RECONCILIATION_END)
                .withCloneSecondaryResourcesWhenGettingFromCache(false)
                .withResourceCloner(new SameInstance())
                .withUseSSAToPatchPrimaryResource(true));
        this.operator = new Operator(service);
        register(Binding.SERVERS, inbox, desk, reports, clock);
        register(Binding.ALLOW_LISTS, inbox, desk, reports, clock);
        register(Binding.CLIENTS, inbox, desk, reports, clock);
        register(Binding.USERS, inbox, desk, reports, clock);
        register(Binding.GATEWAYS, inbox, desk, reports, clock);
    }

    /** Waits until all informers have told what there is, or for so long that it is worth a warning. */
    public void start() {
        operator.start();
    }

    /** By kind. */
    public Map<Kind, ObjectFeed<?>> feeds() {
        return Map.copyOf(feeds);
    }

    public boolean haveSynced() {
        for (RegisteredController<?> controller : operator.getRegisteredControllers()) {
            for (InformerWrappingEventSourceHealthIndicator<?> source : controller
                    .getControllerHealthInfo()
                    .informerEventSourceHealthIndicators()
                    .values()) {
                if (!source.informerHealthIndicators().values().stream().allMatch(InformerHealthIndicator::hasSynced)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** An informer has stopped for good, which only a new process mends. */
    public boolean areBroken() {
        return broken.get();
    }

    @Override
    public void close() {
        operator.stop();
    }

    private <R extends StoredObject<?, T>, T extends ObservedStatus> void register(
            Binding<R, T> binding, Inbox inbox, Desk desk, Reports reports, InstantSource clock) {
        var reconciler = new StatusReconciler<>(binding, inbox, desk, reports, clock);
        feeds.put(binding.kind(), reconciler.feed());
        operator.register(reconciler, configuration(binding));
    }

    /** Status is written whatever changed: also when somebody else has edited it, which changes no generation. */
    private <R extends StoredObject<?, T>, T extends ObservedStatus> ResolvedControllerConfiguration<R> configuration(
            Binding<R, T> binding) {
        boolean generationAware = false;
        boolean triggerOnAllEvents = false;
        var retry = new GenericRetry()
                .setInitialInterval(FIRST_RETRY_MILLIS)
                .setMaxInterval(LONGEST_RETRY_MILLIS)
                .withoutMaxAttempts();
        Set<String> namespaces = where.all() ? Set.of() : where.names();
        return new ResolvedControllerConfiguration<>(
                binding.kind().manifestName(),
                generationAware,
                StatusReconciler.class.getName(),
                retry,
                new LinearRateLimiter(),
                null,
                null,
                Map.of(),
                StatusPatch.FIELD_MANAGER,
                service,
                InformerConfiguration.builder(binding.type())
                        .withNamespaces(namespaces)
                        .buildForController(),
                triggerOnAllEvents,
                null);
    }

    private void stopped(Throwable failure) {
        if (failure != null) {
            broken.set(true);
            LOG.atError()
                    .addKeyValue(OperatorLogKeys.REASON, failure.getMessage())
                    .log("A watch has ended for good; the process has to be started anew");
        }
    }

    /** Nobody here changes an object that an informer holds, so that nobody needs a copy. */
    private static final class SameInstance implements Cloner {
        @Override
        public <R extends HasMetadata> R clone(R object) {
            return object;
        }
    }
}
