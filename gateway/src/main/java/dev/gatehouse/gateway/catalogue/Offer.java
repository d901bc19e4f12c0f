package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.model.access.UpstreamServer;

/** One thing that one server has. */
public record Offer(UpstreamServer server, CatalogueItem item) {}
