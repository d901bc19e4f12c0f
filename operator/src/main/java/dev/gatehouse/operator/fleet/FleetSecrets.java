package dev.gatehouse.operator.fleet;

import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.resource.SecretValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all gateways share and the configuration does not hold.
 *
 * @param sessionKeys 32 bytes each; the first seals, all open; none: each gateway keeps a key of its own
 * @param issuer who signs the tokens of ServiceAccounts; absent: none is trusted
 */
public record FleetSecrets(
        List<SecretValue> sessionKeys, @Nullable TrustedIssuer issuer) {

    public static final FleetSecrets NONE = new FleetSecrets(List.of(), null);

    public FleetSecrets {
        sessionKeys = List.copyOf(sessionKeys);
    }
}
