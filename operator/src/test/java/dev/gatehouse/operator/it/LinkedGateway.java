package dev.gatehouse.operator.it;

import dev.gatehouse.gateway.ConfigSource;
import dev.gatehouse.gateway.Gateway;
import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.source.link.LinkOptions;
import dev.gatehouse.gateway.tls.TlsFiles;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.option.HostPort;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A real gateway in this process that dials operators with the certificates that a pod would mount. */
final class LinkedGateway implements AutoCloseable {

    private final Gateway gateway;
    private final GatewayCaller caller;
    private final Mount mount;

    private LinkedGateway(Gateway gateway, Mount mount) {
        this.gateway = gateway;
        this.caller = new GatewayCaller(gateway.address().getPort());
        this.mount = mount;
    }

    /** @param mount the Secret that a gateway's pod mounts; goes with the gateway */
    static LinkedGateway start(String name, Mount mount, List<HostPort> operators, Clock clock) throws Exception {
        var tls = new TlsFiles(mount.certificate(), mount.key());
        var link = new LinkOptions(operators, mount.authorities(), tls, name, "1.2.3", Duration.ofMillis(500));
        GatewayOptions options = GatewayOptions.forManifests(mount.folder())
                .withSource(new ConfigSource.OperatorLink(link))
                .withClock(clock);
        return new LinkedGateway(Gateway.start(options), mount);
    }

    /** Whether it lets somebody in who presents this token to {@code /mcp}. */
    boolean admits(String token) {
        return caller.admits(token);
    }

    GatewayCaller caller() {
        return caller;
    }

    /** What the gateway's own decision function says, on the configuration that it enforces. */
    boolean allows(String namespace, String client, String server, String tool) {
        return allows(namespace, client, new ServerId(namespace, server), tool);
    }

    boolean allows(String namespace, String client, ServerId server, String tool) {
        AccessSnapshot enforced = gateway.store().enforced();
        if (enforced == null) {
            return false;
        }
        Principal principal = enforced.principal(new PrincipalKey(PrincipalKind.CLIENT, namespace, client));
        return principal != null
                && enforced.server(server) != null
                && Decider.decide(principal.grants(), new Action.Tool(server, tool)) instanceof Decision.Allowed;
    }

    long version() {
        AccessSnapshot enforced = gateway.store().enforced();
        return enforced == null ? 0 : enforced.version();
    }

    String digest() {
        AccessSnapshot enforced = gateway.store().enforced();
        return enforced == null ? "" : enforced.digest().hex();
    }

    boolean isReady() {
        return caller.isReady();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.address().getPort() + path);
    }

    @Override
    public void close() {
        gateway.close();
        caller.close();
        mount.close();
    }
}
