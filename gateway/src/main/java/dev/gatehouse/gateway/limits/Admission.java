package dev.gatehouse.gateway.limits;

import java.time.Duration;

/** Whether a request may go on now. */
public sealed interface Admission {

    /** It may. Whoever got this calls {@link #release} when the request has ended, once or more often. */
    non-sealed interface Admitted extends Admission {
        void release();
    }

    /**
     * It may not.
     *
     * @param retryAfter when the next one could pass; zero when that hangs on others ending
     */
    record Limited(Limit limit, Duration retryAfter) implements Admission {}

    /** Which bound was reached. */
    enum Limit {
        REQUESTS_PER_MINUTE,
        MAX_CONCURRENT
    }
}
