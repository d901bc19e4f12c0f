package dev.gatehouse.gateway.it;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawConnection;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.tls.Certificates;
import dev.gatehouse.gateway.tls.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway over TLS, with certificates that change under it. */
class TlsIT {

    @TempDir
    private Path folder;

    private final RecordingUpstream gamma =
            RecordingUpstream.modern(Catalogue.empty().tools("open"));

    @AfterEach
    void close() throws IOException {
        gamma.close();
    }

    @Test
    void callsPassOverTlsAndNotBesideIt() throws Exception {
        TlsFiles files = Certificates.create(folder, "gateway", "EC");
        try (GatewayFixture gateway = GatewayFixture.start(this::world, options -> options.withTls(files))) {
            assertThat(call(gateway, trust(files)).answer().has("result")).isTrue();

            try (RawConnection plain = gateway.raw().connect()) {
                assertThat(Attempts.status(
                                plain, gateway.modern("/mcp", "alice").request("tools/list", "{}")))
                        .isZero();
            }
        }
    }

    @Test
    void aReplacedCertificateIsServedWithoutARestart() throws Exception {
        TlsFiles first = Certificates.create(folder, "first", "EC");
        TlsFiles second = Certificates.create(folder, "second", "RSA");
        try (GatewayFixture gateway = GatewayFixture.start(this::world, options -> options.withTls(first))) {
            assertThat(call(gateway, trust(first)).status()).isEqualTo(200);
            SSLContext trustsSecond = trust(second);
            assertThatThrownBy(() -> call(gateway, trustsSecond)).isInstanceOf(SSLException.class);

            Files.copy(second.key(), first.key(), REPLACE_EXISTING);
            Files.copy(second.certificates(), first.certificates(), REPLACE_EXISTING);

            await().ignoreExceptionsInstanceOf(SSLException.class)
                    .until(() -> call(gateway, trustsSecond).status() == 200);
        }
    }

    @Test
    void plainHttpBeyondLoopbackNeedsAnExplicitWord() {
        assertThatThrownBy(() -> GatewayFixture.start(
                        this::world, options -> options.withListen(new InetSocketAddress("0.0.0.0", 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the clear");
    }

    private static RawResponse call(GatewayFixture gateway, SSLContext trust) throws IOException {
        try (RawConnection connection = RawConnection.openTls(gateway.gateway().address(), trust)) {
            return connection
                    .write(gateway.modern("/mcp", "alice").toolCall("gamma__open", "{}"))
                    .read();
        }
    }

    private static SSLContext trust(TlsFiles files) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(files.certificates())) {
            store.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void world(ManifestFolder manifests) {
        manifests.modernServer("gamma", gamma).client("alice", "[{server: gamma}]");
    }
}
