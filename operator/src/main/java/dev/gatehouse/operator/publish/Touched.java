package dev.gatehouse.operator.publish;

import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a rebuild concerns.
 *
 * @param changed objects whose own state, or what it compiles to, is another than before
 * @param noted objects that are judged otherwise than before, these among them
 * @param everything all of them: the servers have changed, say, which the status of any client may name
 */
public record Touched(Set<ResourceKey> changed, Set<ResourceKey> noted, boolean everything) {

    public Touched {
        changed = Set.copyOf(changed);
        noted = Set.copyOf(noted);
    }

    static Touched between(
            Set<ResourceKey> objects, AccessDelta delta, List<Finding> findingsBefore, List<Finding> findingsAfter) {
        var changed = new HashSet<>(objects);
        delta.putPrincipals().stream().map(Principal::key).map(Touched::keyOf).forEach(changed::add);
        delta.removedPrincipals().stream().map(Touched::keyOf).forEach(changed::add);
        delta.putServers().stream().map(UpstreamServer::id).map(Touched::keyOf).forEach(changed::add);
        delta.removedServers().stream().map(Touched::keyOf).forEach(changed::add);
        var noted = new HashSet<>(changed);
        noteDifferences(findingsBefore, findingsAfter, noted);
        boolean servers =
                !delta.putServers().isEmpty() || !delta.removedServers().isEmpty();
        return new Touched(changed, noted, servers);
    }

    Touched everyObject() {
        return new Touched(changed, noted, true);
    }

    private static ResourceKey keyOf(PrincipalKey principal) {
        Kind kind = switch (principal.kind()) {
            case CLIENT -> Kind.MCP_CLIENT;
            case USER -> Kind.MCP_USER;
        };
        return new ResourceKey(kind, principal.namespace(), principal.name());
    }

    private static ResourceKey keyOf(ServerId server) {
        return new ResourceKey(Kind.MCP_SERVER, server.namespace(), server.name());
    }

    /** Walks both sorted lists side by side. */
    private static void noteDifferences(List<Finding> before, List<Finding> after, Set<ResourceKey> noted) {
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
                continue;
            }
            int order = i == before.size()
                    ? 1
                    : j == after.size()
                            ? -1
                            : before.get(i).resource().compareTo(after.get(j).resource());
            noted.add(order <= 0 ? before.get(i).resource() : after.get(j).resource());
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }
}
