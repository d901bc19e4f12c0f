package dev.gatehouse.testbed;

import io.fabric8.kubeapitest.cert.CertManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/** The key pairs of API servers and of their administrator, which all API servers of one home share. */
final class Certificates {

    private static final String SERVER = "apiserver.crt";
    private static final String SERVER_KEY = "apiserver.key";
    private static final String CLIENT = "client.crt";
    private static final String CLIENT_KEY = "client.key";
    private static final Duration VALID_FOR_AT_LEAST = Duration.ofDays(1);

    private final Path home;
    private final Clock clock;

    Certificates(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    Path server() {
        return home.resolve(SERVER);
    }

    Path serverKey() {
        return home.resolve(SERVER_KEY);
    }

    Path client() {
        return home.resolve(CLIENT);
    }

    Path clientKey() {
        return home.resolve(CLIENT_KEY);
    }

    /** Makes what is missing. */
    void provide() {
        removeOld();
        new CertManager(home.toString()).createCertificatesIfNeeded();
    }

    /** kube-api-test makes certificates for a year and never looks at them again. */
    void removeOld() {
        try {
            boolean old = endsSoon(server()) || endsSoon(client());
            for (Path file : old ? List.of(server(), serverKey(), client(), clientKey()) : List.<Path>of()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean endsSoon(Path certificate) throws IOException {
        if (!Files.exists(certificate)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(certificate)) {
            Date end =
                    ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in)).getNotAfter();
            return end.toInstant().isBefore(clock.instant().plus(VALID_FOR_AT_LEAST));
        } catch (CertificateException unreadable) {
            return true;
        }
    }
}
