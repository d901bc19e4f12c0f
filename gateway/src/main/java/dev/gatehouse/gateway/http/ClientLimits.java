package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.limits.Admission.Admitted;
import dev.gatehouse.gateway.limits.Admission.Limited;
import dev.gatehouse.gateway.limits.PrincipalLimiter;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Keeps each client within its limits, over all of its connections and sessions together. */
final class ClientLimits {

    private final PrincipalLimiter limiter;

    ClientLimits(PrincipalLimiter limiter) {
        this.limiter = limiter;
    }

    /** False: the request has been answered with 429. */
    boolean admit(McpExchange exchange) {
        return switch (limiter.tryAcquire(
                exchange.snapshot(), exchange.credential().principal())) {
            case Admitted place -> {
                exchange.http().addExchangeCompleteListener((ended, next) -> {
                    place.release();
                    next.proceed();
                });
                yield true;
            }
            case Limited limited -> {
                exchange.refused(Grounds.of(limited.limit()));
                var http = exchange.http();
                http.getResponseHeaders()
                        .put(
                                Headers.RETRY_AFTER,
                                Math.max(1, limited.retryAfter().toSeconds()));
                Replies.empty(http, StatusCodes.TOO_MANY_REQUESTS);
                yield false;
            }
        };
    }
}
