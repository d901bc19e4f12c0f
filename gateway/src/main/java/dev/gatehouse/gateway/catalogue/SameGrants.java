package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.model.access.Grants;
import org.jspecify.annotations.Nullable;

/**
 * A key of whatever is kept for one set of rights: whoever has the same rights sees the same, and nobody else does. Holds the
 * grants themselves, so that no other instance can ever take their place.
 */
record SameGrants(Grants grants) {

    @Override
    @SuppressWarnings("ReferenceEquality") // comparing rule sets by content would cost more than what is kept saves
    public boolean equals(@Nullable Object other) {
        return other instanceof SameGrants that && grants == that.grants;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(grants);
    }
}
