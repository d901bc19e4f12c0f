package dev.gatehouse.gateway.door;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSourceConduit;

/**
 * What happens on a client's connection between the end of its request and the end of its answer, when Undertow does not
 * listen to it.
 */
final class Disconnects {

    private Disconnects() {}

    /**
     * Runs {@code gone} on the connection's I/O thread as soon as the client closes the connection. Undertow would notice
     * at the next write; but in 2026-07-28 closing the stream is how a client cancels. Only after the request has been read to its end. When the exchange
     * ends, the connection listens for its next request again.
     */
    static void watch(HttpServerExchange http, Runnable gone) {
        if (http.getConnection() instanceof HttpServerConnection connection && http.isRequestComplete()) {
            StreamSourceConduit source = connection.getOriginalSourceConduit();
            http.addExchangeCompleteListener((ended, next) -> {
                source.setReadReadyHandler(new ReadReadyHandler.ChannelListenerHandler<>(
                        connection.getChannel().getSourceChannel()));
                next.proceed();
            });
            source.setReadReadyHandler(new Watch(connection, source, gone));
            source.resumeReads();
        }
    }

    /**
     * Stays registered for reading during an answer that is not watched: to leave the selector and to come back for the
     * next request costs two system calls. Should anything come meanwhile it waits for Undertow, whose own listener
     * replaces this one when the exchange ends.
     */
    static void stayRegistered(HttpServerExchange http) {
        if (http.getConnection() instanceof HttpServerConnection connection && http.isRequestComplete()) {
            connection.getChannel().getSourceChannel().setReadListener(ConduitStreamSourceChannel::suspendReads);
            connection.getOriginalSourceConduit().resumeReads();
        }
    }

    private record Watch(HttpServerConnection connection, StreamSourceConduit source, Runnable gone)
            implements ReadReadyHandler {

        @Override
        public void readReady() {
            PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
            try {
                int read = source.read(pooled.getBuffer());
                if (read > 0) {
                    pooled.getBuffer().flip();
                    connection.ungetRequestBytes(pooled);
                    source.suspendReads();
                    return;
                }
                pooled.close();
                if (read < 0) {
                    leave();
                }
            } catch (IOException e) {
                pooled.close();
                leave();
            }
        }

        @Override
        public void forceTermination() {
            leave();
        }

        @Override
        public void terminated() {
            leave();
        }

        private void leave() {
            source.suspendReads();
            gone.run();
            IoUtils.safeClose(connection);
        }
    }
}
