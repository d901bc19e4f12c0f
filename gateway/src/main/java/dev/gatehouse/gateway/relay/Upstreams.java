package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.catalogue.AggregateDiscover;
import dev.gatehouse.gateway.catalogue.AggregateInitialize;
import dev.gatehouse.gateway.catalogue.AggregateLists;
import dev.gatehouse.gateway.catalogue.Attention;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.OfferedVersions;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.catalogue.ServerDiscover;
import dev.gatehouse.gateway.catalogue.ServerInitialize;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;

/** Everything that relays ask of the upstream side. */
public record Upstreams(
        UpstreamTargets targets,
        UpstreamEras eras,
        UpstreamSessions sessions,
        Catalogues catalogues,
        AggregateInitialize aggregateInitialize,
        ServerInitialize serverInitialize,
        AggregateDiscover aggregateDiscover,
        ServerDiscover serverDiscover,
        OfferedVersions versions,
        AggregateLists aggregateLists,
        ResourceOwners owners,
        Attention attention) {}
