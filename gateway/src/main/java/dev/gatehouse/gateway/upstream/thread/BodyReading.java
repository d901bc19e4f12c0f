package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.upstream.FailureCause;

/** What the body of an upstream's answer turned out to be. */
sealed interface BodyReading {

    record Message(ObjectNode message) implements BodyReading {}

    /** @param why there is no message */
    record NoMessage(FailureCause why) implements BodyReading {}
}
