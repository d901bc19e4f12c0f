package dev.gatehouse.testbed;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubeapitest.binary.BinaryManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The binaries of a control plane and the certificates beside them, in {@code KUBE_API_TEST_DIR} or {@code ~/.kubeapitest}:
 * those that are there, else downloaded, else built by {@code hack/envtest/build.sh}.
 */
final class ControlPlane {

    private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);
    private static final List<String> BINARIES = List.of("etcd", "kube-apiserver", "kubectl");
    private static final List<String> CERTIFICATES = List.of("apiserver.crt", "client.crt");
    private static final List<String> CERTIFICATES_AND_KEYS =
            List.of("apiserver.crt", "apiserver.key", "client.crt", "client.key");
    private static final Duration VALID_FOR_AT_LEAST = Duration.ofDays(1);
    private static final int STARTUP_MILLIS = 180_000;

    private final Path home;
    private final AuditLog audit;
    private final Clock clock;

    ControlPlane(Path home, AuditLog audit, Clock clock) {
        this.home = home;
        this.audit = audit;
        this.clock = clock;
    }

    static ControlPlane usual(AuditLog audit) {
        String configured = System.getenv(KubeAPIServerConfigBuilder.KUBE_API_TEST_DIR);
        Path home = configured == null
                ? Path.of(System.getProperty("user.home"), KubeAPIServerConfigBuilder.DIRECTORY_NAME)
                : Path.of(configured);
        return new ControlPlane(home, audit, Clock.systemUTC());
    }

    /** Starts one; what fails once is tried again, as two processes may be given the same free port. */
    KubeAPIServer start() {
        renewCertificates();
        if (binaries().isEmpty()) {
            fetch();
        }
        try {
            return started();
        } catch (KubeAPITestException e) {
            LOG.atWarn().setCause(e).log("The API server did not start; trying once more");
            return started();
        }
    }

    /** Where {@code kubectl} is. Only after a start. */
    Path kubectl() {
        return binaries()
                .orElseThrow(() -> new IllegalStateException("No control plane in " + home))
                .resolve("kubectl");
    }

    /** The newest complete set. */
    private Optional<Path> binaries() {
        Path sets = home.resolve("k8s");
        if (!Files.isDirectory(sets)) {
            return Optional.empty();
        }
        try (var folders = Files.list(sets)) {
            return folders.filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .filter(folder -> BINARIES.stream().allMatch(name -> Files.isExecutable(folder.resolve(name))))
                    .max((a, b) -> Runtime.Version.parse(version(a)).compareTo(Runtime.Version.parse(version(b))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Path folder) {
        String name = folder.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    /** By download, which ends at once where there is no network, else by building. */
    private void fetch() {
        try {
            new BinaryManager(config()).initAndDownloadIfRequired();
        } catch (KubeAPITestException noDownload) {
            LOG.atInfo().setCause(noDownload).log("No control plane can be downloaded; building one");
            build();
        }
    }

    private KubeAPIServer started() {
        var server = new KubeAPIServer(config());
        try {
            server.start();
            return server;
        } catch (KubeAPITestException e) {
            stop(server, e);
            throw e;
        }
    }

    /** It may have started nothing, or etcd alone. */
    private static void stop(KubeAPIServer server, KubeAPITestException reason) {
        try {
            server.stop();
        } catch (RuntimeException nothingToStop) {
            reason.addSuppressed(nothingToStop);
        }
    }

    private KubeAPIServerConfig config() {
        return KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(home.toString())
                .withOfflineMode(binaries().isPresent())
                .withStartupTimeout(STARTUP_MILLIS)
                .withApiServerFlags(audit.flags())
                .build();
    }

    private void build() {
        try {
            var build = new ProcessBuilder(
                    Repository.resolve("hack/envtest/build.sh").toString());
            build.environment().put(KubeAPIServerConfigBuilder.KUBE_API_TEST_DIR, home.toString());
            build.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
            if (!onPath("go") || build.start().waitFor() != 0) {
                throw new IllegalStateException("There is no control plane to test with. Let this machine download one,"
                        + " or install Go 1.26 or newer (and read what hack/envtest/build.sh says),"
                        + " or put etcd, kube-apiserver and kubectl into " + home + "/k8s/VERSION-OS-ARCH.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while building a control plane", e);
        }
    }

    private static boolean onPath(String program) throws InterruptedException {
        try {
            Process version = new ProcessBuilder(program, "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor(30, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** kube-api-test makes certificates for a year and never looks at them again. */
    void renewCertificates() {
        try {
            boolean old = false;
            for (String certificate : CERTIFICATES) {
                old |= endsSoon(home.resolve(certificate));
            }
            for (String file : old ? CERTIFICATES_AND_KEYS : List.<String>of()) {
                Files.deleteIfExists(home.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean endsSoon(Path certificate) throws IOException {
        if (!Files.exists(certificate)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(certificate)) {
            Date end =
                    ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in)).getNotAfter();
            return end.toInstant().isBefore(clock.instant().plus(VALID_FOR_AT_LEAST));
        } catch (CertificateException unreadable) {
            return true;
        }
    }
}
