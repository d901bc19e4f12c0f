package dev.gatehouse.operator.pki;

import java.time.Duration;
import java.util.Set;

/**
 * How long certificates live and whom they name.
 *
 * @param announcement how long a new CA stands in everybody's trusted list before it signs anything: longer than the
 *     kubelet takes to renew a mounted Secret
 * @param operatorNames DNS names and IP addresses by which gateways reach the operator
 */
public record PkiPolicy(Duration caLife, Duration leafLife, Duration announcement, Set<String> operatorNames) {

    /** Certificates begin so long before they are made, for clocks that are late. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    public PkiPolicy {
        operatorNames = Set.copyOf(operatorNames);
        if (announcement.multipliedBy(3).compareTo(caLife) >= 0 || leafLife.compareTo(caLife) > 0) {
            throw new IllegalArgumentException(
                    "an authority has to outlive its certificates, and three times the announcement of its successor");
        }
    }

    /** A year for the authority, a month for what it signs, ten minutes of announcement. */
    public static PkiPolicy forNames(Set<String> operatorNames) {
        return new PkiPolicy(Duration.ofDays(365), Duration.ofDays(30), Duration.ofMinutes(10), operatorNames);
    }
}
