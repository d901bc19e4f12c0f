package dev.gatehouse.testbed;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running API server with Gatehouse's CRDs. Its client is an administrator; thread-safe. Tests share one and take a fresh
 * namespace each.
 */
public final class TestApiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TestApiServer.class);
    private static final int ESTABLISHED_SECONDS = 60;
    private static final Duration STARTUP = Duration.ofMinutes(3);
    private static final Duration READY_POLL = Duration.ofMillis(50);

    private final ScratchFolder scratch;
    private final ControlPlane controlPlane;
    private final Config config;
    private final KubernetesClient client;
    private final Path kubeconfig;
    private final Kubectl kubectl;
    private final AuditLog audit;
    private final AtomicInteger namespaces = new AtomicInteger();

    private TestApiServer(ScratchFolder scratch, ControlPlane controlPlane, Path kubectl, AuditLog audit)
            throws IOException {
        this.scratch = scratch;
        this.controlPlane = controlPlane;
        this.audit = audit;
        this.kubeconfig = scratch.folder().resolve("kubeconfig");
        Files.writeString(kubeconfig, controlPlane.kubeconfig());
        this.config = Config.fromKubeconfig(controlPlane.kubeconfig());
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.kubectl = new Kubectl(kubectl, kubeconfig, scratch.folder());
    }

    /** Starts one; takes seconds, on a busy machine a minute. */
    public static TestApiServer start() {
        Binaries home = Binaries.usual();
        Path binaries = home.provide();
        var certificates = new Certificates(home.home(), Clock.systemUTC());
        certificates.provide();
        try {
            return start(binaries, certificates);
        } catch (IllegalStateException e) {
            LOG.atWarn().setCause(e).log("The API server did not start; trying once more on other ports");
            return start(binaries, certificates);
        }
    }

    private static TestApiServer start(Path binaries, Certificates certificates) {
        ScratchFolder scratch = ScratchFolder.create("gatehouse-testbed");
        try {
            AuditLog audit = AuditLog.in(scratch.folder());
            ControlPlane started = ControlPlane.start(binaries, certificates, scratch.folder(), audit.flags());
            return finished(new TestApiServer(scratch, started, binaries.resolve("kubectl"), audit));
        } catch (IOException e) {
            scratch.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private static TestApiServer finished(TestApiServer started) throws IOException {
        try {
            started.awaitReady();
            started.install(Repository.resolve("crds"));
            LOG.atInfo().addKeyValue("url", started.client.getMasterUrl()).log("The API server is up");
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** For tests that end it and start it again; nobody else's requests are answered meanwhile either. */
    public ControlPlaneProcess apiServer() {
        return controlPlane.apiServer();
    }

    /** Where the API server keeps everything. */
    public ControlPlaneProcess etcd() {
        return controlPlane.etcd();
    }

    /** Returns when the API server answers requests for objects; fails at once when a process has ended. */
    public void awaitReady() {
        Config impatient =
                new ConfigBuilder(config).withRequestRetryBackoffLimit(0).build();
        long limit = System.nanoTime() + STARTUP.toNanos();
        try (var asking = new KubernetesClientBuilder().withConfig(impatient).build()) {
            while (!isReady(asking)) {
                if (!controlPlane.isAlive() || System.nanoTime() > limit) {
                    throw new IllegalStateException("The API server is not ready: " + controlPlane.lastWords());
                }
                Thread.sleep(READY_POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the API server started", e);
        }
    }

    private static boolean isReady(KubernetesClient asking) {
        try {
            return "ok".equals(asking.raw("/readyz"))
                    && asking.namespaces().withName("default").get() != null;
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    public KubernetesClient client() {
        return client;
    }

    /** A client that acts as another user, for whom RBAC counts; the caller closes it. */
    public KubernetesClient clientOf(String user, String... groups) {
        Config impersonating = new ConfigBuilder(config)
                .withImpersonateUsername(user)
                .withImpersonateGroups(groups)
                .build();
        return new KubernetesClientBuilder().withConfig(impersonating).build();
    }

    /** For programs that are started outside. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    public Kubectl kubectl() {
        return kubectl;
    }

    /** What ServiceAccounts have asked of it. */
    public AuditLog audit() {
        return audit;
    }

    /** A namespace that nothing else uses, whose name begins with {@code purpose}. */
    public TestNamespace freshNamespace(String purpose) {
        return namespace(purpose + "-" + namespaces.incrementAndGet(), Map.of());
    }

    /** The namespace {@code name}, which is made. */
    public TestNamespace namespace(String name, Map<String, String> labels) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        return new TestNamespace(this, name);
    }

    /** Applies every CRD of a folder and waits until they are served. */
    private void install(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                CustomResourceDefinition crd = client.getKubernetesSerialization()
                        .unmarshal(Files.readString(file), CustomResourceDefinition.class);
                client.resource(crd).create();
            }
        }
        client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .list()
                .getItems()
                .forEach(crd -> client.resource(crd)
                        .waitUntilCondition(TestApiServer::isEstablished, ESTABLISHED_SECONDS, TimeUnit.SECONDS));
    }

    private static boolean isEstablished(CustomResourceDefinition crd) {
        return crd.getStatus() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    @Override
    public void close() {
        client.close();
        controlPlane.close();
        scratch.close();
    }
}
