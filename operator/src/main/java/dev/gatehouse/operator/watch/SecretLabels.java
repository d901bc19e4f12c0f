package dev.gatehouse.operator.watch;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import java.util.Optional;

/** Looks at one Secret's metadata, and never at what it holds. Any failure is a {@link RuntimeException}. */
@FunctionalInterface
interface SecretLabels {

    /** The Secret without data; empty if there is none. */
    Optional<Secret> look(ResourceKey key);
}
