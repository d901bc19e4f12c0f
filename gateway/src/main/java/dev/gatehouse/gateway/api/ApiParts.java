package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.audit.RecentDecisions;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.source.FindingsSource;
import dev.gatehouse.gateway.upstream.session.TargetedCalls;
import java.time.Clock;

/** Everything that the routes ask. */
public record ApiParts(
        AccessStore store,
        Catalogues catalogues,
        TargetedCalls calls,
        FindingsSource findings,
        RecentDecisions decisions,
        Clock clock) {}
