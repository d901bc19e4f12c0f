package dev.gatehouse.operator.link;

import static dev.gatehouse.operator.link.LinkIT.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.operator.pki.CertificateKeeper;
import dev.gatehouse.operator.pki.LinkIdentity;
import dev.gatehouse.operator.pki.MemoryCertificateStore;
import dev.gatehouse.operator.pki.PkiPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCertificatesIT {

    @TempDir
    Path home;

    @Test
    void gatewayGetsInWithItsCertificate() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"))) {
            assertThat(answer(operator, TestOperator.identity(operator.store(), LinkRole.GATEWAY)))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void nobodyGetsInWithoutACertificate() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"))) {
            assertThatThrownBy(() -> answer(operator, null)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void certificateOfAnotherAuthorityIsRefused() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"))) {
            assertThatThrownBy(() -> answer(operator, TestOperator.identity(anotherAuthority(), LinkRole.GATEWAY)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void operatorsCertificateIsNotAGateways() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"))) {
            assertThatThrownBy(() -> answer(operator, TestOperator.identity(operator.store(), LinkRole.OPERATOR)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void expiredCertificateIsRefused() throws Exception {
        var past = new MemoryCertificateStore();
        var policy =
                new PkiPolicy(Duration.ofDays(30), Duration.ofDays(1), Duration.ofMinutes(10), Set.of("127.0.0.1"));
        Clock twoDaysAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-2));
        new CertificateKeeper(past, policy, twoDaysAgo, new SecureRandom()).keep();
        LinkIdentity expired = TestOperator.identity(past, LinkRole.GATEWAY);
        try (var operator = TestOperator.start(past, policy, 0).serving(Worlds.of("cursor"))) {
            assertThat(answer(operator, TestOperator.identity(past, LinkRole.GATEWAY)))
                    .startsWith("HTTP/1.1 200");
            assertThatThrownBy(() -> answer(operator, expired)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void olderTlsIsRefused() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"))) {
            LinkIdentity gateway = TestOperator.identity(operator.store(), LinkRole.GATEWAY);
            assertThatThrownBy(() -> {
                        try (var peer = RawPeer.connect(operator.port(), gateway, "TLSv1.2")) {
                            peer.ask("GET /v1/link").readUntil("\r\n");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void gatewayTurnsAwayFromAnOperatorOfAnotherAuthority() throws Exception {
        AccessConfig config = Worlds.of("cursor");
        try (var impostor = TestOperator.start(anotherAuthority(), policy(), 0).serving(Worlds.of("intruder"));
                var operator = TestOperator.start().serving(config);
                var gateway = TestGateway.start(home, "gw-0", operator.store(), impostor.port(), operator.port())) {
            soon().until(() -> gateway.enforces(config));
        }
    }

    @Test
    void gatewayTurnsAwayFromAGatewayThatServes() throws Exception {
        AccessConfig config = Worlds.of("cursor");
        try (var operator = TestOperator.start().serving(config);
                var impostor = impostor(operator);
                var gateway = TestGateway.start(
                        home, "gw-0", operator.store(), impostor.address().getPort(), operator.port())) {
            soon().until(() -> gateway.enforces(config));
            assertThat(impostor.state().replicas()).isEmpty();
        }
    }

    @Test
    void everythingIsRenewedWhileRequestsFlow() throws Exception {
        var store = new MemoryCertificateStore();
        var seconds = new PkiPolicy(
                Duration.ofSeconds(30), Duration.ofSeconds(9), Duration.ofSeconds(4), Set.of("127.0.0.1"));
        try (var operator = TestOperator.start(store, seconds, 0).serving(Worlds.of("cursor"));
                var gateway = TestGateway.start(home, "gw-0", store, operator.port())) {
            soon().until(() -> gateway.callAs("cursor") == 200);
            Set<X509Certificate> leaves = new HashSet<>();
            Set<X509Certificate> authorities = new HashSet<>();
            long end = System.nanoTime() + Duration.ofSeconds(45).toNanos();
            for (int round = 0; System.nanoTime() < end; round++) {
                operator.renew();
                TestGateway.mount(store, LinkRole.GATEWAY, gateway.folder());
                LinkIdentity shown = TestOperator.identity(store, LinkRole.GATEWAY);
                leaves.add(shown.own().certificate());
                authorities.addAll(shown.trusted());
                AccessConfig next = Worlds.of("cursor", "round-" + round);
                operator.publish(next);
                soon().until(() -> gateway.enforces(next));
                assertThat(gateway.callAs("cursor")).isEqualTo(200);
            }
            assertThat(leaves).hasSizeGreaterThan(4);
            assertThat(authorities).hasSizeGreaterThan(1);
        }
    }

    /** A stolen gateway certificate at work as a server. */
    private static LinkServer impostor(TestOperator operator) throws Exception {
        LinkIdentity stolen = TestOperator.identity(operator.store(), LinkRole.GATEWAY);
        var listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        LinkServer server = LinkServer.start(ListenOptions.on(listen), stolen, Clock.systemUTC());
        server.serve();
        return server;
    }

    private static MemoryCertificateStore anotherAuthority() throws Exception {
        var store = new MemoryCertificateStore();
        new CertificateKeeper(store, policy(), Clock.systemUTC(), new SecureRandom()).keep();
        return store;
    }

    private static PkiPolicy policy() {
        return PkiPolicy.forNames(Set.of("127.0.0.1"));
    }

    private static String answer(TestOperator operator, @Nullable LinkIdentity identity) throws Exception {
        try (var peer = RawPeer.connect(operator.port(), identity)) {
            return peer.ask("GET /v1/link?protocol=1&name=peer&software=1").readUntil("\r\n");
        }
    }
}
