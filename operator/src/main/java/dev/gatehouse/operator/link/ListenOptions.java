package dev.gatehouse.operator.link;

import dev.gatehouse.model.link.LinkProtocol;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where gateways connect, and the patience with them.
 *
 * @param heartbeat how often either end says that it lives
 * @param writeTimeout for 64 KiB to be taken by a gateway's connection; a slower gateway is cut off and dials again
 */
public record ListenOptions(InetSocketAddress listen, Duration heartbeat, Duration writeTimeout) {

    public static ListenOptions on(InetSocketAddress listen) {
        return new ListenOptions(listen, LinkProtocol.HEARTBEAT, Duration.ofSeconds(10));
    }

    /** After so long without an acknowledgement a gateway is taken for dead. */
    Duration deadAfter() {
        return heartbeat.multipliedBy(LinkProtocol.MISSED_HEARTBEATS);
    }
}
