package dev.gatehouse.gateway.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Does handshakes on a free port until it is closed. */
final class TlsServer implements AutoCloseable {

    private final SSLServerSocket socket;
    private volatile @Nullable String failure;

    TlsServer(SSLContext context) throws IOException {
        socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(PemTls.PROTOCOLS.toArray(String[]::new));
        Thread.ofVirtual().start(this::serve);
    }

    /** Connects as {@code client} would and returns what the server showed. */
    X509Certificate certificateSeenBy(SSLContext client, String... protocols) throws IOException {
        try (var connection = (SSLSocket) client.getSocketFactory().createSocket("localhost", socket.getLocalPort())) {
            var parameters = connection.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (protocols.length > 0) {
                parameters.setProtocols(protocols);
            }
            connection.setSSLParameters(parameters);
            connection.startHandshake();
            return (X509Certificate) connection.getSession().getPeerCertificates()[0];
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            serveOne();
        }
    }

    /** A client that gives up is for the client's side of the test to judge. */
    private void serveOne() {
        try (var connection = (SSLSocket) socket.accept()) {
            connection.startHandshake();
            var ignored = connection.getInputStream().read();
            failure = ignored > 0 ? "a client of this test sends nothing" : failure;
        } catch (IOException e) {
            failure = e.getMessage();
        }
    }

    @Nullable
    String lastFailure() {
        return failure;
    }
}
