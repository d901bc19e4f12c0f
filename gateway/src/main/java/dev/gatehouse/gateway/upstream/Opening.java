package dev.gatehouse.gateway.upstream;

import dev.gatehouse.gateway.session.UpstreamSession;

/** Whether a client session has a session with an upstream to use. */
public sealed interface Opening permits Opening.Stands, UpstreamFailure {

    record Stands(UpstreamSession session) implements Opening {}
}
