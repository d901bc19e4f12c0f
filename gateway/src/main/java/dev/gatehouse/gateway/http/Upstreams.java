package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.upstream.UpstreamTargets;
import dev.gatehouse.gateway.upstream.catalogue.AggregateDiscover;
import dev.gatehouse.gateway.upstream.catalogue.AggregateInitialize;
import dev.gatehouse.gateway.upstream.catalogue.AggregateLists;
import dev.gatehouse.gateway.upstream.catalogue.Catalogues;
import dev.gatehouse.gateway.upstream.catalogue.ResourceOwners;
import dev.gatehouse.gateway.upstream.catalogue.ServerDiscover;
import dev.gatehouse.gateway.upstream.catalogue.ServerInitialize;
import dev.gatehouse.gateway.upstream.rare.UpstreamEras;
import dev.gatehouse.gateway.upstream.rare.UpstreamSessions;

/** Everything that the front asks of the upstream side. */
public record Upstreams(
        UpstreamTargets targets,
        UpstreamEras eras,
        UpstreamSessions sessions,
        Catalogues catalogues,
        AggregateInitialize aggregateInitialize,
        ServerInitialize serverInitialize,
        AggregateDiscover aggregateDiscover,
        ServerDiscover serverDiscover,
        AggregateLists aggregateLists,
        ResourceOwners owners) {}
