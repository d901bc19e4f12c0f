package dev.gatehouse.operator;

import dev.gatehouse.operator.lease.LeaseTimes;
import dev.gatehouse.operator.link.ListenOptions;
import dev.gatehouse.operator.pki.PkiPolicy;
import dev.gatehouse.operator.watch.WatchedNamespaces;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that an operator process is told from outside.
 *
 * @param namespaces where objects and Secrets are looked for
 * @param operatorNamespace where its own Secrets and its lease are
 * @param sessionKeyTurn how long a key seals session ids before the next one does; sessions live for at least as long
 * @param identity tells operators apart, in the lease and in events; must be this process's alone
 */
public record OperatorOptions(
        WatchedNamespaces namespaces,
        String operatorNamespace,
        ListenOptions link,
        PkiPolicy pki,
        Duration sessionKeyTurn,
        Optional<InetSocketAddress> management,
        String leaseName,
        String identity,
        LeaseTimes leaseTimes,
        Clock clock) {

    public static final Duration SESSION_KEY_TURN = Duration.ofDays(30);
}
