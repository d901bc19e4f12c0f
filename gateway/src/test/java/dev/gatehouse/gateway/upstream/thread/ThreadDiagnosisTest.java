package dev.gatehouse.gateway.upstream.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.upstream.FailureCause;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class ThreadDiagnosisTest {

    @Test
    void whatTheJdksClientThrowsHasItsCause() {
        assertThat(ThreadDiagnosis.of(new HttpConnectTimeoutException("late"))).isEqualTo(FailureCause.CONNECT_TIMEOUT);
        assertThat(ThreadDiagnosis.of(new HttpTimeoutException("late"))).isEqualTo(FailureCause.TIMEOUT);
        assertThat(ThreadDiagnosis.of(connecting(new ClosedChannelException()))).isEqualTo(FailureCause.REFUSED);
        assertThat(ThreadDiagnosis.of(connecting(new UnresolvedAddressException())))
                .isEqualTo(FailureCause.UNRESOLVED);
        assertThat(ThreadDiagnosis.of(new SSLException("no"))).isEqualTo(FailureCause.TLS);
        assertThat(ThreadDiagnosis.of(new IOException(new EOFException()))).isEqualTo(FailureCause.BROKEN);
        assertThat(ThreadDiagnosis.of(null)).isEqualTo(FailureCause.BROKEN);
    }

    private static Throwable connecting(Throwable cause) {
        return new ConnectException().initCause(cause);
    }
}
