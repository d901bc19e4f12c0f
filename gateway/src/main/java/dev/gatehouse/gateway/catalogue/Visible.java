package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServerRules;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What of the configured servers a principal may know of. */
final class Visible {

    private Visible() {}

    /** The servers that may be known to exist, in the order of their keys. */
    static List<UpstreamServer> servers(Collection<UpstreamServer> servers, Grants grants) {
        return servers.stream()
                .filter(server ->
                        Decider.decide(grants, new Action.Server(server.id())).isAllowed())
                .sorted(Comparator.comparing(UpstreamServer::key))
                .toList();
    }

    /**
     * Whether any item of a kind could be allowed: a hint for what to advertise, never a decision. May say yes too often,
     * when exceptions take away all that is granted.
     */
    static boolean mayHold(Grants grants, ServerId server, ListKind kind) {
        for (RuleSet ruleSet : grants.ruleSets()) {
            ServerRules rules = ruleSet.rulesFor(server);
            if (rules != null) {
                NameRules names = switch (kind) {
                    case TOOLS -> rules.tools();
                    case PROMPTS -> rules.prompts();
                    case RESOURCES, TEMPLATES -> rules.resources();
                };
                boolean granted = rules.grantsWholeServer() || !names.granted().isEmpty();
                if (granted && !names.excepted().matchesEverything()) {
                    return true;
                }
            }
        }
        return false;
    }
}
