package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.Resource;

/** An object and the place where its manifest begins. */
public record LocatedResource(Resource resource, Location location) {}
