package dev.gatehouse.gateway.upstream.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.upstream.FailureCause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class LaneDiagnosisTest {

    @Test
    void whatTheLanesIoThrowsHasItsCause() {
        assertThat(cause(new ConnectionPool.OverloadedException())).isEqualTo(FailureCause.OVERLOADED);
        assertThat(cause(new UnknownHostException("x"))).isEqualTo(FailureCause.UNRESOLVED);
        assertThat(cause(new ConnectException("Connection refused"))).isEqualTo(FailureCause.REFUSED);
        assertThat(cause(new SocketTimeoutException())).isEqualTo(FailureCause.CONNECT_TIMEOUT);
        assertThat(cause(new SSLException("no"))).isEqualTo(FailureCause.TLS);
        assertThat(cause(new ClosedChannelException())).isEqualTo(FailureCause.BROKEN);
    }

    private static FailureCause cause(IOException thrown) {
        return LaneDiagnosis.of(thrown).cause();
    }
}
