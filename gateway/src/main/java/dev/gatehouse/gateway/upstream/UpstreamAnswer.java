package dev.gatehouse.gateway.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of one request to an upstream. */
public sealed interface UpstreamAnswer permits UpstreamAnswer.Answered, UpstreamFailure {

    /** @param result the upstream's {@code result}: not to be changed by who did not ask for it */
    record Answered(ObjectNode result) implements UpstreamAnswer {}
}
