package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.link.TokenUse;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.rights.RuleHolder;
import dev.gatehouse.operator.publish.Published;
import dev.gatehouse.operator.publish.Touched;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What gateways have told of tokens and upstreams, and whose statuses that concerns. What they say of objects that nobody
 * has declared is not remembered. Thread-safe.
 */
record Observations(TokenTimes uses, FoundOffers discoveries) {

    /** Takes uses in; the objects whose status has something new to tell. */
    Set<ResourceKey> noteUses(Published now, List<TokenUse> told) {
        List<TokenUse> known = told.stream()
                .filter(use -> now.incarnation(keyOf(use.principal())).isPresent())
                .toList();
        return uses.note(known).stream().map(Observations::keyOf).collect(Collectors.toSet());
    }

    /** Takes discoveries in; the objects whose status has something new to tell. */
    Set<ResourceKey> noteDiscovered(Published now, List<DiscoveredServer> told) {
        List<DiscoveredServer> known = told.stream()
                .filter(found -> now.incarnation(keyOf(found.server())).isPresent())
                .toList();
        Set<ServerId> news = discoveries.note(known);
        return news.isEmpty() ? Set.of() : concernedBy(news, now.world());
    }

    /** The servers themselves, and whoever's rules name them: a rule that matches nothing is told of. */
    private static Set<ResourceKey> concernedBy(Set<ServerId> servers, World world) {
        var concerned = servers.stream().map(Observations::keyOf).collect(Collectors.toCollection(HashSet::new));
        RuleHolder.in(world)
                .filter(holder -> holder.names(servers::contains))
                .forEach(holder -> concerned.add(holder.object().key()));
        return concerned;
    }

    void forgetWhatIsGone(Published now, Touched touched) {
        for (ResourceKey key : touched.changed()) {
            if (now.incarnation(key).isEmpty()) {
                forget(key);
            }
        }
    }

    private void forget(ResourceKey key) {
        switch (key.kind()) {
            case MCP_SERVER -> discoveries.forget(new ServerId(key.namespace(), key.name()));
            case MCP_CLIENT -> uses.forget(new PrincipalKey(PrincipalKind.CLIENT, key.namespace(), key.name()));
            case MCP_USER -> uses.forget(new PrincipalKey(PrincipalKind.USER, key.namespace(), key.name()));
            case MCP_ALLOW_LIST, MCP_GATEWAY, SECRET, NAMESPACE -> {
                // gateways tell nothing of these
            }
        }
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
}
