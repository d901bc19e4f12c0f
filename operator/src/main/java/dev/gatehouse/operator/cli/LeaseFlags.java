package dev.gatehouse.operator.cli;

import dev.gatehouse.operator.lease.LeaseTimes;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The flags of the lease. */
final class LeaseFlags {

    @Option(
            names = "--lease-name",
            paramLabel = "NAME",
            defaultValue = "gatehouse-operator",
            description = "The Lease that all operators of a fleet contend for (default: ${DEFAULT-VALUE}).")
    private String name = "";

    @Option(
            names = "--lease-duration",
            paramLabel = "DURATION",
            defaultValue = "15s",
            converter = FlagTypes.Time.class,
            description = "How long others wait for a leader that has fallen silent (default: ${DEFAULT-VALUE}).")
    private Duration duration = LeaseTimes.DEFAULT.leaseDuration();

    @Option(
            names = "--renew-deadline",
            paramLabel = "DURATION",
            defaultValue = "10s",
            converter = FlagTypes.Time.class,
            description = "How long a leader goes on that cannot renew (default: ${DEFAULT-VALUE}).")
    private Duration renewDeadline = LeaseTimes.DEFAULT.renewDeadline();

    @Option(
            names = "--retry-period",
            paramLabel = "DURATION",
            defaultValue = "2s",
            converter = FlagTypes.Time.class,
            description = "How often a leader renews (default: ${DEFAULT-VALUE}).")
    private Duration retryPeriod = LeaseTimes.DEFAULT.retryPeriod();

    String name() {
        return name;
    }

    /** @throws IllegalArgumentException when they contradict each other, in a sentence */
    LeaseTimes times() {
        return new LeaseTimes(duration, renewDeadline, retryPeriod);
    }
}
