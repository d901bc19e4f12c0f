package dev.gatehouse.gateway.upstream;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names the cause of what a carrier's I/O threw. The exceptions' own words name addresses, so only their kinds are told. */
public final class Diagnosis {

    private Diagnosis() {}

    /** The cause of a connection that was not made or did not last. */
    public static FailureCause of(@Nullable Throwable thrown) {
        if (has(thrown, SSLException.class) || has(thrown, CertificateException.class)) {
            return ofTls(thrown);
        }
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            return FailureCause.UNRESOLVED;
        }
        if (has(thrown, NoRouteToHostException.class) || says(thrown, "unreachable")) {
            return FailureCause.UNROUTABLE;
        }
        if (has(thrown, SocketTimeoutException.class)) {
            return FailureCause.CONNECT_TIMEOUT;
        }
        if (has(thrown, ConnectException.class)) {
            return says(thrown, "timed out") ? FailureCause.CONNECT_TIMEOUT : FailureCause.REFUSED;
        }
        return FailureCause.BROKEN;
    }

    private static FailureCause ofTls(@Nullable Throwable thrown) {
        if (has(thrown, CertificateExpiredException.class) || has(thrown, CertificateNotYetValidException.class)) {
            return FailureCause.TLS_EXPIRED;
        }
        if (has(thrown, CertPathBuilderException.class) || any(thrown, Diagnosis::hasNoAnchor)) {
            return FailureCause.TLS_UNKNOWN_ISSUER;
        }
        if (any(thrown, Diagnosis::isOfAnotherName)) {
            return FailureCause.TLS_WRONG_NAME;
        }
        return says(thrown, "recognized SSL message") ? FailureCause.NO_TLS : FailureCause.TLS;
    }

    private static boolean hasNoAnchor(Throwable thrown) {
        return thrown instanceof CertPathValidatorException path && path.getReason() == PKIXReason.NO_TRUST_ANCHOR;
    }

    /** The JDK has no type for it: of all that it objects to a certificate, only this has none. */
    private static boolean isOfAnotherName(Throwable thrown) {
        return thrown.getClass() == CertificateException.class;
    }

    private static boolean says(@Nullable Throwable thrown, String words) {
        return any(
                thrown,
                cause -> cause.getMessage() != null && cause.getMessage().contains(words));
    }

    private static boolean has(@Nullable Throwable thrown, Class<? extends Throwable> kind) {
        return any(thrown, kind::isInstance);
    }

    private static boolean any(@Nullable Throwable thrown, Predicate<Throwable> wanted) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
