package dev.gatehouse.testbed;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final KubeAPIServer server;
    private final Config config;
    private final KubernetesClient client;
    private final Path kubeconfig;
    private final Kubectl kubectl;
    private final AuditLog audit;
    private final AtomicInteger namespaces = new AtomicInteger();

    private TestApiServer(KubeAPIServer server, Path kubectl, AuditLog audit, Path scratch) throws IOException {
        this.server = server;
        this.audit = audit;
        this.kubeconfig = scratch.resolve("kubeconfig");
        Files.writeString(kubeconfig, server.getKubeConfigYaml());
        this.config = Config.fromKubeconfig(server.getKubeConfigYaml());
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.kubectl = new Kubectl(kubectl, kubeconfig, scratch);
    }

    /** Starts one; takes seconds, on a busy machine a minute. */
    public static TestApiServer start() {
        try {
            Path scratch = Files.createTempDirectory("gatehouse-testbed");
            return start(scratch, AuditLog.in(scratch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestApiServer start(Path scratch, AuditLog audit) {
        ControlPlane controlPlane = ControlPlane.usual(audit);
        KubeAPIServer server = controlPlane.start();
        try {
            var started = new TestApiServer(server, controlPlane.kubectl(), audit, scratch);
            started.install(Repository.resolve("crds"));
            LOG.atInfo().addKeyValue("url", started.client.getMasterUrl()).log("The API server is up");
            return started;
        } catch (IOException e) {
            server.stop();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
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
        server.stop();
    }
}
