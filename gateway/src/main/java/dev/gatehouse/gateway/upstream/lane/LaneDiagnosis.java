package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.Diagnosis;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import java.io.IOException;

/** Names the failures of the lane's I/O. */
final class LaneDiagnosis {

    private LaneDiagnosis() {}

    static UpstreamFailure of(IOException thrown) {
        return UpstreamFailure.of(
                thrown instanceof ConnectionPool.OverloadedException ? FailureCause.OVERLOADED : Diagnosis.of(thrown));
    }
}
