package dev.gatehouse.gateway.tls;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.Gateway;
import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS as the whole gateway serves it. */
class GatewayTlsIT {

    private static final byte ALERT = 21;
    private static final byte FATAL = 2;
    private static final byte PROTOCOL_VERSION = 70;

    @TempDir
    Path folder;

    @Test
    void listenerShowsTheCertificateOfTheMoment() throws Exception {
        TlsFiles files = Certificates.create(folder, "first", "EC");
        TlsFiles next = Certificates.create(folder, "second", "EC");
        SSLContext client = trusting(files, next);
        try (var gateway = start(files)) {
            assertThat(subject(gateway, client)).isEqualTo("CN=first");
            Files.move(next.key(), files.key(), REPLACE_EXISTING);
            Files.move(next.certificates(), files.certificates(), REPLACE_EXISTING);

            await().until(() -> subject(gateway, client).equals("CN=second"));
        }
    }

    @Test
    void listenerSpeaksTheTwoCurrentProtocolsOnly() throws Exception {
        TlsFiles files = Certificates.create(folder, "first", "EC");
        SSLContext client = trusting(files);
        try (var gateway = start(files)) {
            assertThat(subject(gateway, client, "TLSv1.2")).isEqualTo("CN=first");
            assertThat(subject(gateway, client, "TLSv1.3")).isEqualTo("CN=first");
            assertThat(answerToTls11(gateway))
                    .startsWith(new byte[] {ALERT, 3})
                    .endsWith(new byte[] {FATAL, PROTOCOL_VERSION});
        }
    }

    /** Written by hand, as the JDK's own client would refuse to ask. */
    private static byte[] answerToTls11(Gateway gateway) throws IOException {
        byte[] hello = new byte[50];
        byte[] recordAndVersion = {22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 2};
        byte[] suiteAndCompression = {0, 0, 2, (byte) 0xc0, 9, 1, 0};
        System.arraycopy(recordAndVersion, 0, hello, 0, recordAndVersion.length);
        System.arraycopy(
                suiteAndCompression, 0, hello, hello.length - suiteAndCompression.length, suiteAndCompression.length);
        try (var socket =
                new Socket(gateway.address().getAddress(), gateway.address().getPort())) {
            socket.getOutputStream().write(hello);
            return socket.getInputStream().readNBytes(7);
        }
    }

    private Gateway start(TlsFiles files) throws Exception {
        Path manifests = Files.createDirectory(folder.resolve("manifests"));
        return Gateway.start(GatewayOptions.forManifests(manifests).withTls(files));
    }

    private static String subject(Gateway gateway, SSLContext client, String... protocols) throws IOException {
        int port = gateway.address().getPort();
        try (var socket = (SSLSocket) client.getSocketFactory().createSocket("127.0.0.1", port)) {
            if (protocols.length > 0) {
                socket.setEnabledProtocols(protocols);
            }
            socket.startHandshake();
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        }
    }

    private static SSLContext trusting(TlsFiles... files) throws Exception {
        var pem = new StringBuilder();
        for (TlsFiles each : files) {
            pem.append(Files.readString(each.certificates()));
        }
        return TrustedCa.context(SecretValue.of(pem.toString()));
    }
}
