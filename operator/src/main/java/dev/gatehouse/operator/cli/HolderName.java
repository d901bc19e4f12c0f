package dev.gatehouse.operator.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the name under which a process holds the lease. Always with a random part: a restarted process, or a second one with
 * the same flags, must not pass for the first, which may still be writing.
 */
record HolderName(String host) {

    private static final int RANDOM_DIGITS = 8;

    static HolderName ofHost() {
        try {
            return new HolderName(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return new HolderName("operator");
        }
    }

    String unique(@Nullable String given) {
        return (given == null ? host : given) + "_"
                + UUID.randomUUID().toString().substring(0, RANDOM_DIGITS);
    }
}
