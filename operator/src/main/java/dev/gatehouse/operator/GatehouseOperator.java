package dev.gatehouse.operator;

import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.issue.Issuer;
import dev.gatehouse.operator.issue.IssuerLoop;
import dev.gatehouse.operator.issue.KubernetesTokens;
import dev.gatehouse.operator.issuer.IssuerDiscovery;
import dev.gatehouse.operator.issuer.IssuerWatch;
import dev.gatehouse.operator.lease.KubernetesLease;
import dev.gatehouse.operator.lease.Leadership;
import dev.gatehouse.operator.lease.LeadershipListener;
import dev.gatehouse.operator.link.LinkServer;
import dev.gatehouse.operator.management.Health;
import dev.gatehouse.operator.management.ManagementServer;
import dev.gatehouse.operator.pki.CertificateKeeper;
import dev.gatehouse.operator.pki.LinkIdentity;
import dev.gatehouse.operator.pki.PkiSecrets;
import dev.gatehouse.operator.publish.FindingsFeed;
import dev.gatehouse.operator.publish.Published;
import dev.gatehouse.operator.publish.Publisher;
import dev.gatehouse.operator.reconcile.Controllers;
import dev.gatehouse.operator.reconcile.FleetTracker;
import dev.gatehouse.operator.reconcile.FoundOffers;
import dev.gatehouse.operator.reconcile.StatusQueue;
import dev.gatehouse.operator.reconcile.TokenTimes;
import dev.gatehouse.operator.report.KubernetesEvents;
import dev.gatehouse.operator.secrets.FleetKeys;
import dev.gatehouse.operator.secrets.OwnSecrets;
import dev.gatehouse.operator.secrets.SecretKeeper;
import dev.gatehouse.operator.watch.ClusterWatch;
import dev.gatehouse.operator.watch.NamespaceLabels;
import dev.gatehouse.operator.watch.UnlabelledSecrets;
import dev.gatehouse.operator.world.Inbox;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running operator. It watches, translates and stands by; with the lease it also serves gateways and writes. Closing gives
 * the lease back first, so that another one takes over at once.
 */
public final class GatehouseOperator implements Health, LeadershipListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatehouseOperator.class);
    private static final Duration CHECK = Duration.ofMillis(20);
    private static final Duration COMPLAINT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final OperatorOptions options;
    private final KubernetesClient client;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final OperatorCounts counts = new OperatorCounts();
    private final FleetTracker fleet = new FleetTracker(System::nanoTime);
    private final Inbox inbox = new Inbox();
    private volatile @Nullable Running running;

    /** What there is once everything has started. */
    private record Running(
            LinkServer link,
            Publisher publisher,
            Controllers controllers,
            StatusQueue queue,
            SecretKeeper keeper,
            IssuerLoop issuing,
            Leadership leadership) {}

    private GatehouseOperator(Config config, OperatorOptions options) {
        this.client = opened(Clients.ordinary(config));
        this.options = options;
    }

    /**
     * Starts one; returns when it has seen the whole cluster and contends for the lease. It waits for an API server that is
     * not there yet, answering {@code /healthz} meanwhile.
     */
    public static GatehouseOperator start(Config config, OperatorOptions options)
            throws IOException, GeneralSecurityException, InterruptedException {
        var operator = new GatehouseOperator(config, options);
        try {
            operator.start();
            return operator;
        } catch (IOException | GeneralSecurityException | InterruptedException | RuntimeException e) {
            operator.close();
            throw e;
        }
    }

    private void start() throws IOException, GeneralSecurityException, InterruptedException {
        if (options.management().isPresent()) {
            opened(ManagementServer.start(options.management().get(), this));
        }
        var random = new SecureRandom();
        var store = new OwnSecrets(client, options.operatorNamespace());
        var certificates = new CertificateKeeper(store, options.pki(), options.clock(), random);
        var keeper = opened(new SecretKeeper(
                store, certificates, options.sessionKeyTurn(), this::isLeading, options.clock(), random));
        LinkIdentity identity = awaitIdentity(store, keeper);
        LinkServer link = opened(LinkServer.start(options.link(), identity, options.clock()));
        FleetKeys keys = opened(FleetKeys.follow(client, options.operatorNamespace(), link, identity));
        opened(IssuerWatch.start(new IssuerDiscovery(client::raw), keys::trust));
        NamespaceLabels labels = NamespaceLabels.ask(client);
        var publisher = opened(new Publisher(inbox, link, options.clock(), labels.environment()));
        watch(link, publisher, keeper, labels);
    }

    private void watch(LinkServer link, Publisher publisher, SecretKeeper keeper, NamespaceLabels labels)
            throws InterruptedException {
        var uses = new TokenTimes();
        var discoveries = new FoundOffers();
        var desk = new DeskOfOperator(publisher, fleet, uses, discoveries, counts, this::isLeading);
        var events = opened(new KubernetesEvents(client, options.identity(), options.clock()));
        var controllers = opened(new Controllers(client, options.namespaces(), inbox, desk, events, options.clock()));
        var queue = opened(new StatusQueue(publisher, fleet, uses, discoveries, controllers.feeds(), this::isLeading));
        var issuer = new Issuer(
                new KubernetesTokens(client), desk::situation, this::isLeading, options.clock(), new SecureRandom());
        var issuing = opened(new IssuerLoop(issuer, options.clock()));
        publisher.subscribe(counts);
        publisher.subscribe(queue);
        publisher.subscribe(issuing);
        publisher.subscribe(opened(new FindingsFeed(link)));
        publisher.subscribe(opened(UnlabelledSecrets.start(client, inbox, this::isLeading)));
        link.subscribe(publisher);
        link.subscribe(queue);
        link.subscribe(issuing);
        ClusterWatch rest = opened(ClusterWatch.start(client, options.namespaces(), labels, inbox));
        controllers.start();
        await(() -> controllers.haveSynced() && rest.hasSynced(), "Waiting for the first answer to a watch");
        publisher.start();
        await(() -> publisher.published().isPresent(), "Waiting for the first translation");
        contend(link, publisher, controllers, queue, keeper, issuing);
    }

    private void contend(
            LinkServer link,
            Publisher publisher,
            Controllers controllers,
            StatusQueue queue,
            SecretKeeper keeper,
            IssuerLoop issuing) {
        KubernetesClient leaseClient = opened(
                Clients.hasty(client.getConfiguration(), options.leaseTimes().renewDeadline()));
        var lease = new KubernetesLease(leaseClient, options.operatorNamespace(), options.leaseName());
        var leadership = opened(new Leadership(lease, options.identity(), options.leaseTimes(), options.clock(), this));
        running = new Running(link, publisher, controllers, queue, keeper, issuing, leadership);
        LOG.atInfo().addKeyValue(OperatorLogKeys.IDENTITY, options.identity()).log("The operator is ready");
        leadership.start();
    }

    @Override
    public void leadTaken(boolean first) {
        Running now = running;
        if (now != null) {
            fleet.leadTaken(now.publisher().published().map(Published::version).orElse(0L), first);
            now.publisher().takeLead();
            now.link().serve();
            now.queue().leadTaken();
            now.keeper().leadTaken();
            now.issuing().leadTaken(FleetTracker.GATHERING);
        }
    }

    @Override
    public void leadLost() {
        Running now = running;
        if (now != null) {
            now.link().standBy(Optional.empty());
        }
    }

    @Override
    public boolean isAlive() {
        Running now = running;
        return now == null || (now.publisher().isRunning() && !now.controllers().areBroken());
    }

    @Override
    public boolean isReady() {
        return running != null && isAlive();
    }

    @Override
    public boolean isLeading() {
        Running now = running;
        return now != null && now.leadership().isHeld();
    }

    @Override
    public String metrics() {
        Running now = running;
        return now == null
                ? OperatorMetrics.render(false, Optional.empty(), FleetState.EMPTY, counts)
                : OperatorMetrics.render(
                        isLeading(), now.publisher().published(), now.link().state(), counts);
    }

    public OperatorCounts counts() {
        return counts;
    }

    /** Where gateways connect. */
    public InetSocketAddress linkAddress() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("the operator has not started");
        }
        return now.link().address();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("A part of the operator did not stop cleanly");
            }
        }
        LOG.atInfo().log("The operator has stopped");
    }

    /** The certificate of the link; the first of all operators makes it. */
    private LinkIdentity awaitIdentity(OwnSecrets store, SecretKeeper keeper)
            throws GeneralSecurityException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                Optional<LinkIdentity> identity = identity(store);
                if (identity.isPresent()) {
                    return identity.get();
                }
                var _ = keeper.keep();
            } catch (IOException e) {
                LOG.atWarn()
                        .addKeyValue(OperatorLogKeys.REASON, String.valueOf(e.getCause()))
                        .log("Waiting for the API server, and for the right to keep Secrets");
                Thread.sleep(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static Optional<LinkIdentity> identity(OwnSecrets store) throws IOException {
        return store.read(PkiSecrets.nameOf(LinkRole.OPERATOR)).flatMap(PkiSecrets::identity);
    }

    private static void await(BooleanSupplier condition, String complaint) throws InterruptedException {
        long complainAt = System.nanoTime() + COMPLAINT.toNanos();
        while (!condition.getAsBoolean()) {
            Thread.sleep(CHECK);
            if (System.nanoTime() - complainAt > 0) {
                LOG.atWarn().log(complaint);
                complainAt = System.nanoTime() + COMPLAINT.toNanos();
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
