package dev.gatehouse.gateway.tls;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTlsTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void certificateOfAnyUsualKindIsShown(String algorithm) throws Exception {
        TlsFiles files = Certificates.create(folder, "first", algorithm);
        try (var tls = PemTls.open(files, OFTEN);
                var server = new TlsServer(tls.context())) {
            assertThat(subject(server, trusting(files))).isEqualTo("CN=first");
        }
    }

    @Test
    void replacedFilesAreShownToNewConnections() throws Exception {
        TlsFiles files = Certificates.create(folder, "first", "EC");
        TlsFiles next = Certificates.create(folder, "second", "RSA");
        SSLContext client = trusting(files, next);
        try (var tls = PemTls.open(files, OFTEN);
                var server = new TlsServer(tls.context())) {
            assertThat(subject(server, client)).isEqualTo("CN=first");
            Files.move(next.key(), files.key(), REPLACE_EXISTING, ATOMIC_MOVE);
            Files.move(next.certificates(), files.certificates(), REPLACE_EXISTING, ATOMIC_MOVE);

            await().until(() -> subject(server, client).equals("CN=second"));
        }
    }

    @Test
    void brokenFilesLeaveTheCertificateInUseUntilTheyAreWhole() throws Exception {
        TlsFiles files = Certificates.create(folder, "first", "EC");
        TlsFiles next = Certificates.create(folder, "second", "EC");
        SSLContext client = trusting(files, next);
        try (var tls = PemTls.open(files, Duration.ofHours(1));
                var server = new TlsServer(tls.context())) {
            Files.writeString(files.key(), "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----\n");
            tls.check();
            assertThat(subject(server, client)).isEqualTo("CN=first");
            Files.delete(files.certificates());
            tls.check();
            assertThat(subject(server, client)).isEqualTo("CN=first");
            Files.move(next.key(), files.key(), REPLACE_EXISTING);
            Files.move(next.certificates(), files.certificates());
            tls.check();
            assertThat(subject(server, client)).isEqualTo("CN=second");
        }
    }

    @Test
    void olderProtocolsAreRefused() throws Exception {
        TlsFiles files = Certificates.create(folder, "first", "EC");
        SSLContext client = trusting(files);
        try (var tls = PemTls.open(files, OFTEN);
                var server = new TlsServer(tls.context())) {
            assertThatThrownBy(() -> server.certificateSeenBy(client, "TLSv1.1"))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(server.certificateSeenBy(client, "TLSv1.2")).isNotNull();
            assertThat(server.certificateSeenBy(client, "TLSv1.3")).isNotNull();
        }
    }

    @Test
    void keyOfAnotherCertificateIsRefusedAtTheStart() throws Exception {
        TlsFiles one = Certificates.create(folder, "one", "EC");
        TlsFiles other = Certificates.create(folder, "other", "EC");

        assertThatThrownBy(() -> PemTls.open(new TlsFiles(one.certificates(), other.key()), OFTEN))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("other.key: the key does not belong to the certificate");
    }

    @Test
    void missingFileIsNamedAtTheStart() throws Exception {
        TlsFiles files = Certificates.create(folder, "first", "EC");
        Files.delete(files.key());

        assertThatThrownBy(() -> PemTls.open(files, OFTEN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("first.key: does not exist");
    }

    @Test
    void upstreamOutsideTheTrustedCaIsRefused() throws Exception {
        TlsFiles files = Certificates.create(folder, "first", "EC");
        TlsFiles stranger = Certificates.create(folder, "stranger", "EC");
        try (var tls = PemTls.open(files, OFTEN);
                var server = new TlsServer(tls.context())) {
            SSLContext client = trusting(stranger);

            assertThatThrownBy(() -> server.certificateSeenBy(client)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void caWithoutACertificateIsRefused() {
        assertThatThrownBy(() -> TrustedCa.context(SecretValue.of("nothing here")))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("no CERTIFICATE block");
    }

    private static String subject(TlsServer server, SSLContext client) throws IOException {
        return server.certificateSeenBy(client).getSubjectX500Principal().getName();
    }

    private static SSLContext trusting(TlsFiles... files) throws Exception {
        var pem = new StringBuilder();
        for (TlsFiles each : files) {
            pem.append(Files.readString(each.certificates()));
        }
        return TrustedCa.context(SecretValue.of(pem.toString()));
    }
}
