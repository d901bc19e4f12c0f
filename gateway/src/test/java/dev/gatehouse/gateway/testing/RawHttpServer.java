package dev.gatehouse.gateway.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A minimal HTTP/1.1 server on loopback that hides nothing: one virtual thread a connection, keep-alive, no rewriting. */
public final class RawHttpServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Site site;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private RawHttpServer(ServerSocket listener, Site site) {
        this.listener = listener;
        this.site = site;
    }

    public static RawHttpServer start(Site site) {
        try {
            var server = new RawHttpServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), site);
            Thread.ofVirtual().name("upstream-accept").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections that stand now. */
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().name("upstream-connection").start(() -> serve(connection));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var reader = new WireReader(new BufferedInputStream(connection.getInputStream()));
            while (answerOne(reader, connection)) {
                // the next request of a kept-alive connection
            }
        } catch (IOException e) {
            site.connectionBroke(e);
        } finally {
            connections.remove(connection);
        }
    }

    private boolean answerOne(WireReader reader, Socket connection) throws IOException {
        String line = reader.line();
        if (line == null) {
            return false;
        }
        String[] parts = line.split(" ", 3);
        List<HeaderLine> headers = reader.headers();
        WireReader.Body body = reader.body(headers, false);
        var request = new RecordedRequest(parts[0], parts[1], headers, body.text(), body.complete());
        site.arrived(request);
        if (!body.complete()) {
            return false;
        }
        var reply = new HttpReply(connection);
        site.answer(request, reply);
        return !reply.isLast();
    }

    /** What answers. */
    public interface Site {

        void arrived(RecordedRequest request);

        void answer(RecordedRequest request, HttpReply reply) throws IOException;

        /** A peer that went away mid-sentence, which a test may have wanted. */
        void connectionBroke(IOException cause);
    }
}
