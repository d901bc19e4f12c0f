package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenGrant;
import java.util.LinkedHashSet;
import java.util.List;

/** What a client or user comes to by itself in one world, before anybody asks what it shares with others. */
final class PrincipalJudge {

    private final Environment environment;
    private final TokenReader tokens;
    private final RightsPlans plans;
    private final Quarantine quarantine;

    PrincipalJudge(Environment environment, TokenReader tokens, RightsPlans plans, Quarantine quarantine) {
        this.environment = environment;
        this.tokens = tokens;
        this.plans = plans;
        this.quarantine = quarantine;
    }

    PrincipalEntry judge(Declaration declaration) {
        return quarantine.judge(
                declaration.resource(),
                () -> judged(declaration),
                bug -> new PrincipalEntry(
                        declaration, declaration.key(plans.shared()), List.of(), List.of(), List.of(bug), null));
    }

    private PrincipalEntry judged(Declaration declaration) {
        var verdict = new Verdict();
        PrincipalCheck.check(declaration, environment, verdict);
        boolean refused = verdict.isInvalid();
        boolean silent = refused || declaration.suspend();
        List<TokenGrant> grants = silent ? List.of() : tokens.read(declaration, verdict);
        List<ServiceAccountId> accounts = silent ? List.of() : serviceAccounts(declaration, verdict);
        RightsPlan plan = refused
                ? null
                : plans.plan(new RightsPlan.Key(
                        plans.shared().word(declaration.namespace()),
                        declaration.allow(),
                        declaration.allowListRefs()));
        return new PrincipalEntry(
                declaration,
                declaration.key(plans.shared()),
                grants,
                accounts,
                verdict.on(declaration.resource().key()),
                plan);
    }

    /** Outside of a cluster nobody signs their tokens. */
    private List<ServiceAccountId> serviceAccounts(Declaration declaration, Verdict verdict) {
        if (environment == Environment.DIRECTORY) {
            return List.of();
        }
        String namespace = plans.shared().word(declaration.namespace());
        var accounts = new LinkedHashSet<ServiceAccountId>();
        for (int i = 0; i < declaration.serviceAccounts().size(); i++) {
            var account = new ServiceAccountId(
                    namespace, declaration.serviceAccounts().get(i).name());
            if (!accounts.add(account)) {
                String path = "spec.serviceAccounts[" + i + "]";
                verdict.warn(path, path + " is the same as an earlier one of this object; only the first counts.");
            }
        }
        return List.copyOf(accounts);
    }
}
