package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on loopback and says the same to whatever comes, be it HTTP or not; or nothing at all. */
public final class BluntServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String says;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private BluntServer(ServerSocket listener, String says) {
        this.listener = listener;
        this.says = says;
    }

    /** Says {@code words} once something has come, and hangs up. */
    public static BluntServer saying(String words) {
        try {
            var server = new BluntServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), words);
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections and is silent. */
    public static BluntServer silent() {
        return saying("");
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A caller that gives up is for the caller's side of the test to judge. */
    private void serve(Socket connection) {
        if (says.isEmpty()) {
            return;
        }
        try (connection) {
            var _ = connection.getInputStream().read(new byte[1 << 16]);
            connection.getOutputStream().write(says.getBytes(UTF_8));
        } catch (IOException e) {
            connections.remove(connection);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
