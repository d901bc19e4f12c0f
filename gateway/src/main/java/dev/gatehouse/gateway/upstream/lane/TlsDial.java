package dev.gatehouse.gateway.upstream.lane;

import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.FutureResult;
import org.xnio.IoFuture;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.channels.BoundChannel;
import org.xnio.ssl.SslConnection;

/**
 * Opens TLS connections whose handshake is over before anyone may use them. Undertow would send the request into the
 * handshake and tell of its failure only that the channel is closed; like this, what failed has a name, and a call that
 * failed so has not been sent. Thread-safe.
 */
final class TlsDial extends UndertowXnioSsl {

    private final Duration patience;

    /** @param patience how long a handshake may take */
    TlsDial(SSLContext trust, Duration patience) {
        super(Xnio.getInstance(), OptionMap.EMPTY, trust);
        this.patience = patience;
    }

    @Override
    public IoFuture<SslConnection> openSslConnection(
            XnioIoThread thread,
            @Nullable InetSocketAddress bindAddress,
            InetSocketAddress destination,
            ChannelListener<? super SslConnection> opened,
            @Nullable ChannelListener<? super BoundChannel> bound,
            OptionMap options) {
        var result = new FutureResult<SslConnection>(thread);
        ChannelListener<SslConnection> connected =
                connection -> new TlsHandshake(connection, result, opened).start(patience);
        var _ = super.openSslConnection(thread, bindAddress, destination, connected, bound, options)
                .addNotifier(
                        new IoFuture.HandlingNotifier<SslConnection, Object>() {
                            @Override
                            public void handleFailed(IOException exception, Object nothing) {
                                result.setException(exception);
                            }
                        },
                        "");
        return result.getIoFuture();
    }
}
