package dev.gatehouse.gateway.upstream.thread;

import dev.gatehouse.gateway.upstream.Diagnosis;
import dev.gatehouse.gateway.upstream.FailureCause;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** Names the causes of what the JDK's client throws. */
final class ThreadDiagnosis {

    private ThreadDiagnosis() {}

    static FailureCause of(@Nullable Throwable thrown) {
        return switch (thrown) {
            case HttpConnectTimeoutException _ -> FailureCause.CONNECT_TIMEOUT;
            case HttpTimeoutException _ -> FailureCause.TIMEOUT;
            case null, default -> Diagnosis.of(thrown);
        };
    }
}
