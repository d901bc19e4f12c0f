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
record WantedState(
        @Nullable Publication publication,
        FleetSecrets secrets,
        @Nullable ObjectFindings findings) {

    static final WantedState NOTHING = new WantedState(null, FleetSecrets.NONE, null);

    WantedState with(Publication next) {
        return new WantedState(next, secrets, findings);
    }

    WantedState with(FleetSecrets next) {
        return new WantedState(publication, next, findings);
    }

    WantedState with(ObjectFindings next) {
        return new WantedState(publication, secrets, next);
    }
}
