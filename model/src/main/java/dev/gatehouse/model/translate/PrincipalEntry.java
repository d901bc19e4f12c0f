package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ServiceAccountRef;
import dev.gatehouse.model.translate.Quarantine.Stage;
import dev.gatehouse.model.translate.memory.CredentialOwners;
import dev.gatehouse.model.translate.memory.Remembered;
import dev.gatehouse.model.translate.memory.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One client or user: what its own declaration came to, and what was last made of it among the others. One that is refused
 * has no tokens and no plan.
 */
final class PrincipalEntry implements Remembered {

    private final Declaration declaration;
    private final PrincipalKey key;
    private final List<TokenGrant> tokens;
    private final List<ServiceAccountId> serviceAccounts;
    private final List<Finding> ownFindings;
    private final @Nullable RightsPlan plan;
    private RightsPlan.@Nullable Rights rights;
    private @Nullable Principal principal;
    private List<Finding> findings = List.of();

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

    @Override
    public Resource resource() {
        return declaration.resource();
    }

    @Override
    public List<TokenGrant> tokens() {
        return tokens;
    }

    @Override
    public List<ServiceAccountId> serviceAccounts() {
        return serviceAccounts;
    }

    @Override
    public void forEachInput(Consumer<SecretName> secrets, Consumer<ExternalRef> externals) {
        declaration.forEachInput(secrets, externals);
    }

    @Override
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    @Nullable
    RightsPlan plan() {
        return plan;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The compiled principal; the same instance as last time unless something is different. */
    Principal assemble(AllowLists lists, CredentialOwners owners, Quarantine quarantine) {
        return plan == null
                ? assemble(RightsPlan.Rights.NONE, owners)
                : quarantine.judge(
                        resource(), Stage.AMONG_OTHERS, () -> assemble(plan.in(lists), owners), this::refuse);
    }

    @SuppressWarnings("ReferenceEquality") // a plan keeps the instance of rights that have not changed
    private Principal assemble(RightsPlan.Rights present, CredentialOwners owners) {
        Principal last = principal;
        if (last != null && rights == present && !owners.isTouched(this)) {
            return last;
        }
        rights = present;
        findings = findings(present, owners);
        return keep(principal(
                owners.tokens().uncontested(this), owners.serviceAccounts().uncontested(this), present.grants()));
    }

    /** What it was before must not outlive that nobody knows what it is now. */
    private Principal refuse(Finding bug) {
        rights = null;
        findings = Stream.concat(ownFindings.stream(), Stream.of(bug)).toList();
        return keep(principal(List.of(), List.of(), Grants.NONE));
    }

    private Principal principal(List<TokenGrant> usable, List<ServiceAccountId> accounts, Grants grants) {
        return new Principal(
                key,
                resource().uid(),
                resource().metadata().generation(),
                declaration.role(),
                usable,
                accounts,
                grants,
                declaration.limits());
    }

    private Principal keep(Principal next) {
        Principal last = principal;
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
        present.findings().forEach(draft -> all.add(draft.on(resource().key())));
        return all.isEmpty() ? List.of() : List.copyOf(all);
    }

    private void contested(String path, String what, List<Remembered> others, List<Finding> findings) {
        if (!others.isEmpty()) {
            findings.add(new Finding(
                    resource().key(),
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
    private String named(List<Remembered> others) {
        var names = new ArrayList<>(others.stream()
                .map(Remembered::resource)
                .filter(other -> other.metadata().namespace().equals(declaration.namespace()))
                .sorted(Resource.BY_KEY)
                .map(other -> other.key().toString())
                .toList());
        if (names.size() < others.size()) {
            names.add("somebody in another namespace");
        }
        return String.join(", ", names);
    }
}
