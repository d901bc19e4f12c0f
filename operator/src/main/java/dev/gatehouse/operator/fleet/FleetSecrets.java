package dev.gatehouse.operator.fleet;

import dev.gatehouse.model.resource.SecretValue;
import java.util.List;

/**
 * What all gateways share and the configuration does not hold.
 *
 * @param sessionKeys 32 bytes each; the first seals, all open; none: each gateway keeps a key of its own
 */
public record FleetSecrets(List<SecretValue> sessionKeys) {

    public static final FleetSecrets NONE = new FleetSecrets(List.of());

    public FleetSecrets {
        sessionKeys = List.copyOf(sessionKeys);
    }
}
