package dev.gatehouse.operator.fleet;

import dev.gatehouse.model.link.ObjectFindings;

/**
 * All gateways that are connected. None of these methods waits for a gateway: what was published or shared last is what
 * each of them gets as soon as it can take it. Thread-safe.
 */
public interface Fleet {

    /** Makes this what every gateway enforces. A version that is not newer than the last one is a bug. */
    void publish(Publication next);

    /** What gateways need beside the configuration. The same once more is no message to anybody. */
    void share(FleetSecrets secrets);

    /** What admins read at gateways. The same once more is no message to anybody. */
    void tell(ObjectFindings findings);

    FleetState state();

    /** Hears of everything from now on. */
    void subscribe(FleetListener listener);
}
