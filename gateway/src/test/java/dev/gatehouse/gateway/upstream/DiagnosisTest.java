package dev.gatehouse.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyKindOfExceptionHasItsCause(FailureCause cause, Throwable thrown) {
        assertThat(Diagnosis.of(thrown)).isEqualTo(cause);
        assertThat(Diagnosis.of(new IOException(thrown))).as("wrapped").isEqualTo(cause);
    }

    static Stream<Arguments> everyKindOfExceptionHasItsCause() {
        return Stream.of(
                arguments(FailureCause.UNRESOLVED, new UnknownHostException("nosuch.example")),
                arguments(FailureCause.UNRESOLVED, caused(new ConnectException(), new UnresolvedAddressException())),
                arguments(FailureCause.UNROUTABLE, new NoRouteToHostException("No route to host")),
                arguments(FailureCause.UNROUTABLE, new SocketException("Network is unreachable")),
                arguments(FailureCause.REFUSED, new ConnectException("Connection refused")),
                arguments(FailureCause.REFUSED, caused(new ConnectException(), new ClosedChannelException())),
                arguments(FailureCause.CONNECT_TIMEOUT, new ConnectException("Connection timed out")),
                arguments(FailureCause.CONNECT_TIMEOUT, new SocketTimeoutException()),
                arguments(FailureCause.NO_TLS, new SSLException("Unrecognized SSL message, plaintext connection?")),
                arguments(FailureCause.NO_TLS, new SSLException("Unsupported or unrecognized SSL message")),
                arguments(FailureCause.TLS, new SSLHandshakeException("Remote host terminated the handshake")),
                arguments(FailureCause.BROKEN, new EOFException()),
                arguments(FailureCause.BROKEN, new ClosedChannelException()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyFlawOfACertificateHasItsCause(FailureCause cause, Throwable flaw) {
        assertThat(Diagnosis.of(caused(new SSLHandshakeException("no"), flaw))).isEqualTo(cause);
    }

    static Stream<Arguments> everyFlawOfACertificateHasItsCause() {
        return Stream.of(
                arguments(FailureCause.TLS_EXPIRED, validation(new CertificateExpiredException())),
                arguments(FailureCause.TLS_EXPIRED, validation(new CertificateNotYetValidException())),
                arguments(FailureCause.TLS_UNKNOWN_ISSUER, new CertPathBuilderException("no valid path")),
                arguments(
                        FailureCause.TLS_UNKNOWN_ISSUER,
                        new CertPathValidatorException("no", null, null, -1, PKIXReason.NO_TRUST_ANCHOR)),
                arguments(FailureCause.TLS_WRONG_NAME, new CertificateException("No name matching localhost found")),
                arguments(FailureCause.TLS, validation(new IOException("revoked"))));
    }

    @Test
    void nothingThrownIsABrokenConnection() {
        assertThat(Diagnosis.of(null)).isEqualTo(FailureCause.BROKEN);
    }

    private static Throwable validation(Throwable flaw) {
        return new CertPathValidatorException("validity check failed", flaw);
    }

    private static Throwable caused(Throwable thrown, Throwable cause) {
        return thrown.initCause(cause);
    }
}
