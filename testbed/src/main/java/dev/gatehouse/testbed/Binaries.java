package dev.gatehouse.testbed;

import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubeapitest.binary.BinaryManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs of a control plane, in {@code KUBE_API_TEST_DIR} or {@code ~/.kubeapitest}: those that are there, else
 * downloaded, else built by {@code hack/envtest/build.sh}.
 */
final class Binaries {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final List<String> PROGRAMS = List.of("etcd", "kube-apiserver", "kubectl");

    private final Path home;

    Binaries(Path home) {
        this.home = home;
    }

    static Binaries usual() {
        String configured = System.getenv(KubeAPIServerConfigBuilder.KUBE_API_TEST_DIR);
        return new Binaries(
                configured == null
                        ? Path.of(System.getProperty("user.home"), KubeAPIServerConfigBuilder.DIRECTORY_NAME)
                        : Path.of(configured));
    }

    /** Where the certificates are as well. */
    Path home() {
        return home;
    }

    /** The folder that holds {@code etcd}, {@code kube-apiserver} and {@code kubectl}; may take minutes to make one. */
    Path provide() {
        Optional<Path> present = binaries();
        if (present.isPresent()) {
            return present.get();
        }
        fetch();
        return binaries().orElseThrow(() -> new IllegalStateException("No control plane in " + home));
    }

    /** The newest complete set. */
    private Optional<Path> binaries() {
        Path sets = home.resolve("k8s");
        if (!Files.isDirectory(sets)) {
            return Optional.empty();
        }
        try (var folders = Files.list(sets)) {
            return folders.filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .filter(folder -> PROGRAMS.stream().allMatch(name -> Files.isExecutable(folder.resolve(name))))
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

    private KubeAPIServerConfig config() {
        return KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(home.toString())
                .withOfflineMode(false)
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
}
