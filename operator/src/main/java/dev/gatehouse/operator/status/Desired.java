package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.ObservedStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What a status should say.
 *
 * @param nextChange when it will be another although nothing happens: a token expires, say
 */
public record Desired<T extends ObservedStatus>(T status, Optional<Instant> nextChange) {}
