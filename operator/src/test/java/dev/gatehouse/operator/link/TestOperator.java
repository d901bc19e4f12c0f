package dev.gatehouse.operator.link;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.operator.fleet.Publication;
import dev.gatehouse.operator.pki.CertificateKeeper;
import dev.gatehouse.operator.pki.CertificateStore;
import dev.gatehouse.operator.pki.LinkIdentity;
import dev.gatehouse.operator.pki.MemoryCertificateStore;
import dev.gatehouse.operator.pki.PkiPolicy;
import dev.gatehouse.operator.pki.PkiSecrets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A link server with an authority of its own, quick to lose its patience. */
final class TestOperator implements AutoCloseable {

    static final Duration HEARTBEAT = Duration.ofMillis(300);

    private final CertificateStore store;
    private final CertificateKeeper keeper;
    private final LinkServer server;
    private final AtomicLong versions = new AtomicLong(Clock.systemUTC().millis());

    private TestOperator(CertificateStore store, CertificateKeeper keeper, LinkServer server) {
        this.store = store;
        this.keeper = keeper;
        this.server = server;
    }

    static TestOperator start() throws Exception {
        return start(new MemoryCertificateStore(), PkiPolicy.forNames(Set.of("127.0.0.1")), 0);
    }

    /** Also stands by at first when another operator with the same store leads. */
    static TestOperator start(CertificateStore store, PkiPolicy policy, int port) throws Exception {
        var keeper = new CertificateKeeper(store, policy, Clock.systemUTC(), new SecureRandom());
        keeper.keep();
        var listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var options = new ListenOptions(listen, HEARTBEAT, Duration.ofSeconds(2));
        LinkServer server = LinkServer.start(options, identity(store, LinkRole.OPERATOR), Clock.systemUTC());
        return new TestOperator(store, keeper, server);
    }

    TestOperator serving(AccessConfig config) {
        publish(config);
        server.serve();
        return this;
    }

    void publish(AccessConfig config) {
        publish(config, versions.get() + 1);
    }

    void publish(AccessConfig config, long version) {
        versions.set(version);
        server.publish(new Publication(version, config));
    }

    /** Of what was published last. */
    long version() {
        return versions.get();
    }

    LinkServer server() {
        return server;
    }

    CertificateStore store() {
        return store;
    }

    int port() {
        return server.address().getPort();
    }

    /** Renews what is due, and shows it to whoever dials from now on. */
    void renew() throws Exception {
        keeper.keep();
        server.renew(identity(store, LinkRole.OPERATOR));
    }

    static LinkIdentity identity(CertificateStore store, LinkRole role) throws Exception {
        return store.read(PkiSecrets.nameOf(role)).flatMap(PkiSecrets::identity).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
