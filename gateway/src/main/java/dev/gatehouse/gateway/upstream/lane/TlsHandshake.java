package dev.gatehouse.gateway.upstream.lane;

import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.FutureResult;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.ssl.SslConnection;

/** One TLS handshake, to its end, its failure or the end of patience. Confined to the connection's I/O thread. */
final class TlsHandshake {

    private final SslConnection connection;
    private final FutureResult<SslConnection> result;
    private final ChannelListener<? super SslConnection> opened;
    private XnioExecutor.@Nullable Key deadline;
    private boolean settled;

    TlsHandshake(
            SslConnection connection,
            FutureResult<SslConnection> result,
            ChannelListener<? super SslConnection> opened) {
        this.connection = connection;
        this.result = result;
        this.opened = opened;
    }

    void start(Duration patience) {
        var thread = connection.getIoThread();
        deadline = thread.executeAfter(
                () -> fail(new SocketTimeoutException()), patience.toMillis(), TimeUnit.MILLISECONDS);
        // not at once: what is being read just now may be more than the handshake
        connection.getHandshakeSetter().set(_ -> thread.execute(this::done));
        connection.getCloseSetter().set(_ -> fail(reason()));
        connection.getSourceChannel().getReadSetter().set(_ -> read());
        try {
            connection.startHandshake();
            connection.getSourceChannel().wakeupReads();
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Reading is what moves the handshake on; nothing may come of it, as nobody has asked anything yet. */
    private void read() {
        try {
            int read = connection.getSourceChannel().read(ByteBuffer.allocate(1));
            if (read != 0) {
                fail(read < 0 ? reason() : new ProtocolException());
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void done() {
        if (settle()) {
            connection.getSourceChannel().suspendReads();
            result.setResult(connection);
            ChannelListeners.invokeChannelListener(connection, opened);
        }
    }

    private void fail(IOException why) {
        if (settle()) {
            IoUtils.safeClose(connection);
            result.setException(why);
        }
    }

    private boolean settle() {
        boolean first = !settled;
        if (first) {
            settled = true;
            connection.getHandshakeSetter().set(null);
            connection.getCloseSetter().set(null);
            connection.getSourceChannel().getReadSetter().set(null);
            if (deadline != null) {
                deadline.remove();
            }
        }
        return first;
    }

    /** Undertow keeps the reason to itself; but an engine that is beyond use says why when it is asked to begin again. */
    private IOException reason() {
        try {
            UndertowXnioSsl.getSslEngine(connection).beginHandshake();
            return new SSLHandshakeException("the upstream ended the handshake");
        } catch (SSLException e) {
            return e;
        }
    }
}
