package dev.gatehouse.gateway.plan.sight;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServerRules;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What whoever has some rights may do and see: the one place that asks the decision function. Pure. */
public final class Sight {

    private Sight() {}

    public static Decision decide(Grants grants, Action action) {
        return Decider.decide(grants, action);
    }

    public static boolean allows(Grants grants, Action action) {
        return decide(grants, action).isAllowed();
    }

    /** The servers that may be known to exist, in the order of their keys. */
    public static List<UpstreamServer> servers(Collection<UpstreamServer> servers, Grants grants) {
        return servers.stream()
                .filter(server -> allows(grants, new Action.Server(server.id())))
                .sorted(Comparator.comparing(UpstreamServer::key))
                .toList();
    }

    /**
     * Whether any item of a kind could be allowed: a hint for what to advertise, never a decision. May say yes too often,
     * when exceptions take away all that is granted.
     */
    public static boolean mayHold(Grants grants, ServerId server, ListKind kind) {
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
