package dev.gatehouse.examples.walkthrough;

import dev.gatehouse.examples.demo.DemoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the tour. The one argument is the root of the repository. With {@code CI=true} in the environment it stops at the
 * end, and its exit code says whether everything was as the manifests say; otherwise the gateway stays up for the reader.
 */
public final class Walkthrough {

    private static final int UPSTREAM_PORT = 8090;
    private static final int GATEWAY_PORT = 8080;

    private Walkthrough() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("logback.configurationFile", "demo-server-logback.xml");
        Path repository = Path.of(arguments[0]);
        Narrator narrator = new Narrator(System.out);
        EditableManifests folder = EditableManifests.copyOf(repository.resolve("examples/quickstart"));
        try (DemoServer upstream = DemoServer.start(freePort(UPSTREAM_PORT))) {
            Runtime.getRuntime().addShutdownHook(new Thread(upstream::close));
            folder.pointServerAt(upstream.url());
            try (GatewayProcess gateway = GatewayProcess.start(repository, folder.path(), freePort(GATEWAY_PORT))) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    gateway.stop();
                    folder.delete();
                }));
                introduce(narrator, upstream, folder, gateway);
                Tour tour = new Tour(narrator, upstream, folder, gateway);
                MovingIn movingIn = new MovingIn(narrator, repository, folder.beside("from-mcpjungle"), upstream.url());
                guide(narrator, tour, movingIn, CurlScript.write(folder, gateway));
                conclude(narrator, gateway);
                if (!"true".equals(System.getenv("CI"))) {
                    System.out.println("\nThe gateway keeps running. Ctrl-C ends it.");
                    gateway.join();
                }
            }
        }
        System.exit(narrator.surprises().isEmpty() ? 0 : 1);
    }

    /** An exception on the way is one more thing that is not as the manifests say. */
    private static void guide(Narrator narrator, Tour tour, MovingIn movingIn, CurlScript script)
            throws IOException, InterruptedException {
        try {
            tour.run();
            movingIn.run(freePort(0));
            script.show(narrator);
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            narrator.check("the tour", cause, false);
        }
    }

    private static void introduce(
            Narrator narrator, DemoServer upstream, EditableManifests folder, GatewayProcess gateway) {
        narrator.chapter("Gatehouse in front of a real MCP server");
        narrator.say("MCP server", upstream.url());
        narrator.say("gateway", gateway.url());
        narrator.say("manifests", folder.path() + " (a copy of examples/quickstart)");
        narrator.say("gateway's log", gateway.log());
    }

    private static void conclude(Narrator narrator, GatewayProcess gateway) throws IOException {
        if (narrator.surprises().isEmpty()) {
            narrator.chapter("Everything went as the manifests say.");
            return;
        }
        narrator.chapter("Not as the manifests say:");
        narrator.surprises().forEach(narrator::quote);
        narrator.chapter("The gateway's log:");
        narrator.quote(Files.readString(gateway.log()));
    }

    /** The wanted port, or any free one when something else listens there. */
    private static int freePort(int wanted) throws IOException {
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException busy) {
            try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            }
        }
    }
}
