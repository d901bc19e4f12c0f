package dev.gatehouse.operator.link;

import dev.gatehouse.model.link.ObjectFindings;
import dev.gatehouse.operator.fleet.FleetSecrets;
import dev.gatehouse.operator.fleet.Publication;
import org.jspecify.annotations.Nullable;

/**
 * Where every gateway has to be brought. Immutable.
 *
 * @param findings absent: they are not known yet, which is not the same as none
 */
record Target(
        @Nullable Publication publication,
        FleetSecrets secrets,
        @Nullable ObjectFindings findings) {

    static final Target NOTHING = new Target(null, FleetSecrets.NONE, null);

    Target with(Publication next) {
        return new Target(next, secrets, findings);
    }

    Target with(FleetSecrets next) {
        return new Target(publication, next, findings);
    }

    Target with(ObjectFindings next) {
        return new Target(publication, secrets, next);
    }
}
