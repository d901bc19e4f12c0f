package dev.gatehouse.operator.lease;

import java.time.Duration;

/**
 * How long things may take. Each must be shorter than the one before, or two could lead at once.
 *
 * @param leaseDuration how long others wait for a leader that has fallen silent
 * @param renewDeadline how long a leader goes on without having renewed
 * @param retryPeriod how often a leader renews; others look twice as often, to take a lease soon after it is given back
 */
public record LeaseTimes(Duration leaseDuration, Duration renewDeadline, Duration retryPeriod) {

    public static final LeaseTimes DEFAULT =
            new LeaseTimes(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

    public LeaseTimes {
        if (leaseDuration.compareTo(renewDeadline) <= 0 || renewDeadline.compareTo(retryPeriod) <= 0) {
            throw new IllegalArgumentException(
                    "the lease duration must be longer than the renew deadline, and that longer than the retry period");
        }
        if (!retryPeriod.isPositive()) {
            throw new IllegalArgumentException("the retry period must be longer than nothing");
        }
    }
}
