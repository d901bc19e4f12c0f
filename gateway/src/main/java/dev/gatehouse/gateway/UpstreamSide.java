package dev.gatehouse.gateway;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.catalogue.AggregateDiscover;
import dev.gatehouse.gateway.catalogue.AggregateInitialize;
import dev.gatehouse.gateway.catalogue.AggregateLists;
import dev.gatehouse.gateway.catalogue.Attention;
import dev.gatehouse.gateway.catalogue.Carried;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.Discoveries;
import dev.gatehouse.gateway.catalogue.OfferedVersions;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.catalogue.ServerDiscover;
import dev.gatehouse.gateway.catalogue.ServerInitialize;
import dev.gatehouse.gateway.relay.Upstreams;
import dev.gatehouse.gateway.tls.TrustedCa;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.TargetedCalls;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.UpstreamServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;

/** What the gateway keeps of its upstreams, in step with the configuration in force. */
final class UpstreamSide implements AutoCloseable {

    private static final Carried CARRIED = new Carried(true, true, true, true);

    private final UpstreamClient client;
    private final Catalogues catalogues;
    private final Attention attention;
    private final Upstreams upstreams;
    private final Discoveries discoveries;
    private final TargetedCalls calls;

    UpstreamSide(
            AccessStore store, Clock clock, SecureRandom random, GatewayIdentity identity, Discoveries discoveries) {
        this.discoveries = discoveries;
        client = new UpstreamClient(identity);
        var eras = new UpstreamEras(client, clock);
        var sessions = new UpstreamSessions(client, clock);
        catalogues = new Catalogues(client, eras, clock, discoveries);
        attention = new Attention(client, catalogues, random);
        var targets = new UpstreamTargets(server -> TrustedCa.context(server.ca()), identity.userAgent());
        upstreams = new Upstreams(
                targets,
                eras,
                sessions,
                catalogues,
                new AggregateInitialize(catalogues, identity, CARRIED, random, clock),
                new ServerInitialize(client, eras, identity, random, clock),
                new AggregateDiscover(catalogues, identity, CARRIED),
                new ServerDiscover(client),
                new OfferedVersions(catalogues),
                new AggregateLists(catalogues, clock),
                new ResourceOwners(catalogues),
                attention);
        calls = new TargetedCalls(client, eras, sessions, random, clock);
        store.subscribe((before, after, delta) -> follow(after));
    }

    Upstreams upstreams() {
        return upstreams;
    }

    Catalogues catalogues() {
        return catalogues;
    }

    /** For callers who speak no MCP themselves. */
    TargetedCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        attention.close();
        catalogues.close();
        client.close();
    }

    private void follow(AccessSnapshot after) {
        upstreams
                .targets()
                .retain(after.servers().stream().map(UpstreamServer::id).collect(Collectors.toSet()));
        discoveries.retain(after.servers());
        catalogues.retain(after.servers());
        attention.retain(after.servers());
    }
}
