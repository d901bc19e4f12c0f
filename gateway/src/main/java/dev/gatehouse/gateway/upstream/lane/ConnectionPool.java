package dev.gatehouse.gateway.upstream.lane;

import io.undertow.UndertowOptions;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.UndertowClient;
import io.undertow.connector.ByteBufferPool;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.XnioIoThread;

/**
 * The connections of one I/O thread to one upstream. Confined to that thread, so it needs no lock and a call never hops.
 * An idle connection is used again only while it is young: servers commonly close one after 5 s of silence, and a call
 * sent into a closing connection could not be told from one that was executed.
 */
final class ConnectionPool {

    private static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final int MAX_IDLE = 256;
    private static final int MAX_OPEN = 4096;

    private final UpstreamTarget target;
    private final XnioIoThread thread;
    private final ArrayDeque<Idle> idle = new ArrayDeque<>();
    private final OptionMap options;
    private int open;

    private record Idle(ClientConnection connection, long since) {}

    ConnectionPool(UpstreamTarget target, XnioIoThread thread) {
        this.target = target;
        this.thread = thread;
        this.options = OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(UndertowOptions.ENABLE_HTTP2, false)
                .set(UndertowOptions.ENDPOINT_IDENTIFICATION_ALGORITHM, "HTTPS")
                .set(UndertowOptions.MAX_HEADER_SIZE, 32 << 10)
                .getMap();
    }

    /** Hands over a connection, at once when an idle one is there. */
    void acquire(ByteBufferPool buffers, long nanoTime, ClientCallback<ClientConnection> ready) {
        while (!idle.isEmpty()) {
            Idle candidate = idle.removeLast();
            if (candidate.connection.isOpen() && nanoTime - candidate.since < MAX_IDLE_NANOS) {
                ready.completed(candidate.connection);
                return;
            }
            IoUtils.safeClose(candidate.connection);
        }
        if (open >= MAX_OPEN) {
            ready.failed(new OverloadedException());
            return;
        }
        target.address().whenKnown(thread, nanoTime, () -> connect(buffers, ready), ready::failed);
    }

    /** Takes back a connection whose exchange has ended cleanly. */
    void release(ClientConnection connection, long nanoTime) {
        if (target.closed() || !connection.isOpen() || idle.size() >= MAX_IDLE) {
            IoUtils.safeClose(connection);
        } else {
            idle.addLast(new Idle(connection, nanoTime));
        }
    }

    void closeIdle() {
        idle.forEach(entry -> IoUtils.safeClose(entry.connection));
        idle.clear();
    }

    private void connect(ByteBufferPool buffers, ClientCallback<ClientConnection> ready) {
        open++;
        var counted = new ClientCallback<ClientConnection>() {
            @Override
            public void completed(ClientConnection connection) {
                connection.addCloseListener(closed -> open--);
                ready.completed(connection);
            }

            @Override
            public void failed(IOException e) {
                open--;
                ready.failed(e);
            }
        };
        var url = target.server().url();
        var ssl = target.ssl();
        if (ssl == null) {
            UndertowClient.getInstance().connect(counted, url, thread, buffers, options);
        } else {
            UndertowClient.getInstance().connect(counted, url, thread, ssl, buffers, options);
        }
    }

    /** Too many connections to one upstream at once. */
    static final class OverloadedException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
