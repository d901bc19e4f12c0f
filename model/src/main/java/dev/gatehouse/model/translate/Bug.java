package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.ResourceKey;

/**
 * What this program threw while it judged one object, for whoever may log it. The object is refused, and a finding says so.
 *
 * @param thrown may quote what the object holds, so that it belongs into a log and nowhere else
 */
public record Bug(ResourceKey resource, Throwable thrown) {}
