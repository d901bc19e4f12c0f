package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers that one caller with an open stream may know of, which are listened to for it. Confined to one thread. */
public final class Attendance implements AutoCloseable {

    private final Attention attention;
    private Grants grants = Grants.NONE;
    private List<UpstreamServer> seen = List.of();
    private Set<ServerId> attended = Set.of();

    Attendance(Attention attention) {
        this.attention = attention;
    }

    /**
     * The caller's rights or the servers may have changed. Costs nothing where they have not.
     *
     * @param servers all servers of the configuration, as the access snapshot's own list
     */
    @SuppressWarnings("ReferenceEquality") // equal rights in another instance only cost a look at each server
    public void renew(List<UpstreamServer> servers, Grants now) {
        if (servers != seen || now != grants) {
            seen = servers;
            grants = now;
            become(Sight.servers(servers, now).stream().map(UpstreamServer::id).collect(Collectors.toSet()));
        }
    }

    /** What of a server's changed lists the caller may hear of. */
    public Set<ListKind> concerned(UpstreamServer server, Set<ListKind> kinds) {
        Set<ListKind> concerned = EnumSet.noneOf(ListKind.class);
        if (attended.contains(server.id())) {
            kinds.stream()
                    .filter(kind -> Sight.mayHold(grants, server.id(), kind))
                    .forEach(concerned::add);
        }
        return concerned;
    }

    @Override
    public void close() {
        become(Set.of());
    }

    private void become(Set<ServerId> next) {
        Set<ServerId> before = attended;
        attended = Set.copyOf(next);
        without(next, before).forEach(attention::come);
        without(before, next).forEach(attention::leave);
    }

    private static Set<ServerId> without(Set<ServerId> servers, Set<ServerId> others) {
        Set<ServerId> rest = new HashSet<>(servers);
        rest.removeAll(others);
        return rest;
    }
}
