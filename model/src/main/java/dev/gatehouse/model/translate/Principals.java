package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/**
 * All clients and users, compiled. Remembers the last translation: what has not changed by itself, or in a Secret or
 * value that it uses, is taken over as it is.
 */
final class Principals {

    private final Environment environment;
    private final SharedInstances shared = new SharedInstances();
    private final CredentialOwners owners = CredentialOwners.none();
    private List<PrincipalEntry> clients = List.of();
    private List<PrincipalEntry> users = List.of();

    Principals(Environment environment) {
        this.environment = environment;
    }

    /** Brings the memory up to {@code world}, then compiles all of it, sorted by key. */
    List<Principal> update(World world, ChangedInputs changed, ServerCatalogue catalogue, AllowLists lists) {
        owners.settle();
        var reader = new TokenReader(environment, new Secrets(world.secrets()), world.externals(), shared);
        clients = align(clients, world.clients(), Declaration::of, reader, changed);
        users = align(users, world.users(), Declaration::of, reader, changed);
        var principals = new ArrayList<Principal>(clients.size() + users.size());
        clients.forEach(entry -> principals.add(entry.assemble(catalogue, lists, owners)));
        users.forEach(entry -> principals.add(entry.assemble(catalogue, lists, owners)));
        tidy();
        return principals;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        clients.forEach(entry -> findings.addAll(entry.findings()));
        users.forEach(entry -> findings.addAll(entry.findings()));
        return findings;
    }

    /** Walks the known entries and the sorted resources side by side. */
    private <R extends Resource> List<PrincipalEntry> align(
            List<PrincipalEntry> known,
            List<R> resources,
            Function<R, Declaration> declare,
            TokenReader reader,
            ChangedInputs changed) {
        var next = new ArrayList<PrincipalEntry>(resources.size());
        int at = 0;
        for (R resource : resources) {
            while (at < known.size() && order(known.get(at), resource) < 0) {
                owners.remove(known.get(at++));
            }
            PrincipalEntry old = at < known.size() && order(known.get(at), resource) == 0 ? known.get(at++) : null;
            if (old != null && isStillRight(old, resource, changed)) {
                next.add(old);
                continue;
            }
            if (old != null) {
                owners.remove(old);
            }
            PrincipalEntry entry = judge(declare.apply(resource), reader);
            owners.add(entry);
            next.add(entry);
        }
        known.subList(at, known.size()).forEach(owners::remove);
        return next;
    }

    private PrincipalEntry judge(Declaration declaration, TokenReader reader) {
        var verdict = new Verdict();
        PrincipalCheck.check(declaration, environment, verdict);
        boolean refused = verdict.isInvalid();
        boolean silent = refused || declaration.suspend();
        List<TokenGrant> tokens = silent ? List.of() : reader.read(declaration, verdict);
        List<ServiceAccountId> accounts = silent ? List.of() : serviceAccounts(declaration, verdict);
        RightsPlan plan = refused
                ? null
                : shared.plan(new RightsPlan.Key(
                        shared.word(declaration.namespace()), declaration.allow(), declaration.allowListRefs()));
        return new PrincipalEntry(
                declaration,
                declaration.key(shared),
                tokens,
                accounts,
                verdict.on(declaration.resource().key()),
                plan);
    }

    /** Outside of a cluster nobody signs their tokens. */
    private List<ServiceAccountId> serviceAccounts(Declaration declaration, Verdict verdict) {
        if (environment == Environment.DIRECTORY) {
            return List.of();
        }
        String namespace = shared.word(declaration.namespace());
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

    @SuppressWarnings("ReferenceEquality") // an unchanged object keeps its instance
    private static int order(PrincipalEntry entry, Resource resource) {
        Resource known = entry.declaration().resource();
        return known == resource ? 0 : Resource.BY_KEY.compare(known, resource);
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged object keeps its instance
    private static boolean isStillRight(PrincipalEntry entry, Resource resource, ChangedInputs changed) {
        Declaration declaration = entry.declaration();
        return declaration.resource() == resource && !changed.concern(declaration);
    }

    private void tidy() {
        if (!shared.isOvergrown(clients.size() + users.size())) {
            return;
        }
        var used = Collections.<RightsPlan>newSetFromMap(new IdentityHashMap<>());
        for (List<PrincipalEntry> entries : List.of(clients, users)) {
            for (PrincipalEntry entry : entries) {
                if (entry.plan() != null) {
                    used.add(entry.plan());
                }
            }
        }
        shared.retain(used);
    }
}
