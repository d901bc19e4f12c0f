package dev.gatehouse.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubeapitest.cert.CertManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kube-api-test's certificates are valid for a year. */
class CertificatesTest {

    @TempDir
    private Path home;

    @BeforeEach
    void makeCertificates() {
        new CertManager(home.toString()).createCertificatesIfNeeded();
    }

    private void renewAfter(Duration time) {
        new Certificates(home, Clock.offset(Clock.systemUTC(), time)).removeOld();
    }

    @Test
    void certificatesThatAreValidStay() {
        renewAfter(Duration.ofDays(300));

        assertThat(home).isDirectoryContaining("glob:**client.crt").isDirectoryContaining("glob:**apiserver.key");
    }

    @Test
    void certificatesThatEndTodayAreMadeAnew() {
        renewAfter(Duration.ofDays(365).minusHours(1));

        assertThat(home).isEmptyDirectory();
    }
}
