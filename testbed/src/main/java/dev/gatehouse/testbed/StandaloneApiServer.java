package dev.gatehouse.testbed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;

/**
 * Runs an API server until it is interrupted. Arguments: its port, and the kubeconfig to write. With {@code
 * -Dlogback.configurationFile=testbed-logback.xml} it says little.
 */
public final class StandaloneApiServer {

    private StandaloneApiServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("Usage: PORT KUBECONFIG");
            System.exit(2);
        }
        Path kubeconfig = Path.of(arguments[1]).toAbsolutePath();
        var interrupted = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            interrupted.countDown();
            awaitUninterruptibly(stopped);
        }));
        try (TestApiServer server = TestApiServer.start();
                StablePort stable = StablePort.open(Integer.parseInt(arguments[0]), portOf(server))) {
            write(kubeconfig, Files.readString(server.kubeconfig()).replace(":" + portOf(server), ":" + stable.port()));
            System.out.println("The API server is up: export KUBECONFIG=" + kubeconfig);
            interrupted.await();
        } finally {
            stopped.countDown();
        }
    }

    private static int portOf(TestApiServer server) {
        return URI.create(server.client().getMasterUrl().toString()).getPort();
    }

    /** It holds the key of an administrator. */
    private static void write(Path kubeconfig, String text) throws IOException {
        Files.createDirectories(kubeconfig.getParent());
        Files.deleteIfExists(kubeconfig);
        Files.createFile(
                kubeconfig, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(kubeconfig, text);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
