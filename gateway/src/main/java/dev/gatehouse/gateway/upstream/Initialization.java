package dev.gatehouse.gateway.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.session.UpstreamSession;

/** What became of opening a legacy session with an upstream. */
public sealed interface Initialization permits Initialization.Initialized, UpstreamFailure {

    /** @param result the upstream's {@code InitializeResult}: shared, not to be changed */
    record Initialized(UpstreamSession session, ObjectNode result) implements Initialization {}
}
