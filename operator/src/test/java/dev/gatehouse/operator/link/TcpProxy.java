package dev.gatehouse.operator.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network that can be cut, or swallow everything without a word. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean swallowing;
    private volatile boolean closed;

    TcpProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** True: what is sent arrives nowhere, and nobody is told. */
    void swallow(boolean value) {
        swallowing = value;
    }

    /** Resets every connection that there is. */
    void cut() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        cut();
    }

    private void accept() {
        while (!closed) {
            try {
                join(listener.accept());
            } catch (IOException e) {
                closed |= listener.isClosed();
            }
        }
    }

    /** An operator that is not there is a connection that ends at once. */
    private void join(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(client, server));
            Thread.ofVirtual().start(() -> pump(client, server));
            Thread.ofVirtual().start(() -> pump(server, client));
        } catch (IOException e) {
            client.close();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] some = new byte[16 << 10];
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                if (!swallowing) {
                    to.getOutputStream().write(some, 0, length);
                }
            }
        } catch (IOException e) {
            close(to); // one end has gone, and the other goes with it
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
