package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;

/**
 * Who asks, under the one configuration that a request is judged by from start to end, and what this caller may do and see
 * there: whoever wants to know asks here.
 */
public record Caller(AccessSnapshot snapshot, Credential credential) {

    public Principal principal() {
        return credential.principal();
    }

    public Grants grants() {
        return principal().grants();
    }

    /** Asks the one decision function. */
    public Decision decide(Action action) {
        return Sight.decide(grants(), action);
    }

    public boolean may(Action action) {
        return decide(action).isAllowed();
    }

    /** Whether the server exists for this caller. */
    public boolean sees(UpstreamServer server) {
        return may(new Action.Server(server.id()));
    }

    /** All servers that exist for this caller, in the order of their keys. */
    public List<UpstreamServer> servers() {
        return Sight.servers(snapshot.servers(), grants());
    }
}
