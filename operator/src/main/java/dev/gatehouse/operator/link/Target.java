package dev.gatehouse.operator.link;

import dev.gatehouse.operator.fleet.FleetSecrets;
import dev.gatehouse.operator.fleet.Publication;
import org.jspecify.annotations.Nullable;

/** Where every gateway has to be brought. Immutable. */
record Target(@Nullable Publication publication, FleetSecrets secrets) {

    static final Target NOTHING = new Target(null, FleetSecrets.NONE);

    Target with(Publication next) {
        return new Target(next, secrets);
    }

    Target with(FleetSecrets next) {
        return new Target(publication, next);
    }
}
