package dev.gatehouse.operator.link;

import dev.gatehouse.operator.pki.LinkIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Speaks TLS to the operator with whatever certificate it is given, and reads only when told to. */
final class RawPeer implements AutoCloseable {

    private final SSLSocket socket;

    private RawPeer(SSLSocket socket) {
        this.socket = socket;
    }

    /** @param identity null: shows no certificate */
    static RawPeer connect(int port, @Nullable LinkIdentity identity, String... protocols) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(identity), new TrustManager[] {new TrustsAnybody()}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        socket.setSoTimeout(30_000);
        return new RawPeer(socket);
    }

    RawPeer ask(String requestLine) throws IOException {
        String request = requestLine + " HTTP/1.1\r\nHost: operator\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return this;
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** Everything until {@code text} has come. */
    String readUntil(String text) throws IOException {
        var read = new StringBuilder();
        byte[] some = new byte[64 << 10];
        while (read.indexOf(text) < 0) {
            int length = in().read(some);
            if (length < 0) {
                throw new IOException("it ended after: " + read);
            }
            read.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
        }
        return read.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static KeyManager[] keys(@Nullable LinkIdentity identity) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (identity != null) {
            Certificate[] chain = {identity.own().certificate()};
            store.setKeyEntry("own", identity.own().key(), new char[0], chain);
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** The operator is not what these tests doubt. */
    private static final class TrustsAnybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
