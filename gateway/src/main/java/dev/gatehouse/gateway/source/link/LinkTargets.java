package dev.gatehouse.gateway.source.link;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.model.resource.SecretValue;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where what comes over the link goes.
 *
 * @param keys takes the keys that seal sessions; none: this process's own
 */
public record LinkTargets(
        AccessStore store, Consumer<List<SecretValue>> keys, LinkedFindings findings, Reportable reportable) {}
