package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.ServiceAccountRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client or user in the translator's memory: what its own declaration came to, and what was last made of it. */
final class PrincipalEntry {

    private final Declaration declaration;
    private final PrincipalKey key;
    private final List<TokenGrant> tokens;
    private final List<ServiceAccountId> serviceAccounts;
    private final List<Finding> ownFindings;
    private final @Nullable RightsPlan plan;
    private RightsPlan.@Nullable Rights rights;
    private @Nullable Principal principal;
    private List<Finding> findings = List.of();

    /** Takes no plan for one that is refused. */
    PrincipalEntry(
            Declaration declaration,
            PrincipalKey key,
            List<TokenGrant> tokens,
            List<ServiceAccountId> serviceAccounts,
            List<Finding> ownFindings,
            @Nullable RightsPlan plan) {
        this.declaration = declaration;
        this.key = key;
        this.tokens = tokens;
        this.serviceAccounts = serviceAccounts;
        this.ownFindings = ownFindings;
        this.plan = plan;
    }

    Declaration declaration() {
        return declaration;
    }

    PrincipalKey key() {
        return key;
    }

    /** Its usable tokens by itself, before asking whether another one has the same. */
    List<TokenGrant> tokens() {
        return tokens;
    }

    /** Likewise the ServiceAccounts that authenticate it. */
    List<ServiceAccountId> serviceAccounts() {
        return serviceAccounts;
    }

    @Nullable
    RightsPlan plan() {
        return plan;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The compiled principal; the same instance as last time unless something is different. */
    @SuppressWarnings("ReferenceEquality") // a plan keeps the instance of rights that have not changed
    Principal assemble(ServerCatalogue catalogue, AllowLists lists, CredentialOwners owners) {
        RightsPlan.Rights present = plan == null ? RightsPlan.Rights.NONE : plan.in(catalogue, lists);
        Principal last = principal;
        if (last != null && rights == present && !owners.isTouched(this)) {
            return last;
        }
        rights = present;
        findings = findings(present, owners);
        var next = new Principal(
                key,
                declaration.resource().uid(),
                declaration.resource().metadata().generation(),
                declaration.role(),
                owners.tokens().uncontested(this),
                owners.serviceAccounts().uncontested(this),
                plan == null ? Grants.NONE : present.grants(),
                declaration.limits());
        Principal kept = last != null && next.equals(last) ? last : next;
        principal = kept;
        return kept;
    }

    private List<Finding> findings(RightsPlan.Rights present, CredentialOwners owners) {
        var all = new ArrayList<>(ownFindings);
        for (TokenGrant token : tokens) {
            contested(pathOf(token), "token", owners.tokens().othersWith(token, this), all);
        }
        for (ServiceAccountId account : serviceAccounts) {
            contested(
                    "spec.serviceAccounts[" + indexOf(account) + "]",
                    "ServiceAccount",
                    owners.serviceAccounts().othersWith(account, this),
                    all);
        }
        present.findings()
                .forEach(draft -> all.add(draft.on(declaration.resource().key())));
        return all.isEmpty() ? List.of() : List.copyOf(all);
    }

    private void contested(String path, String what, List<PrincipalEntry> others, List<Finding> findings) {
        if (!others.isEmpty()) {
            findings.add(new Finding(
                    declaration.resource().key(),
                    path,
                    Reason.DUPLICATE_TOKEN,
                    path + " is also a " + what + " of " + named(others)
                            + "; it is refused in all of them. Give each its own."));
        }
    }

    private int indexOf(ServiceAccountId account) {
        return declaration.serviceAccounts().indexOf(new ServiceAccountRef(account.name()));
    }

    private String pathOf(TokenGrant token) {
        for (int i = 0; i < declaration.tokens().size(); i++) {
            if (declaration.tokens().get(i).name().equals(token.name())) {
                return "spec.tokens[" + i + "]";
            }
        }
        return "spec.issue";
    }

    /** Names those of the own namespace; who else there is is not this one's business. */
    private String named(List<PrincipalEntry> others) {
        var names = new ArrayList<>(others.stream()
                .filter(other -> other.declaration.namespace().equals(declaration.namespace()))
                .sorted(Comparator.comparing(PrincipalEntry::key))
                .map(other -> other.declaration.resource().key().toString())
                .toList());
        if (names.size() < others.size()) {
            names.add("somebody in another namespace");
        }
        return String.join(", ", names);
    }
}
