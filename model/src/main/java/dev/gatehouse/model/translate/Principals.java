package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All clients and users, compiled. Remembers the last translation: what has not changed by itself, or in a Secret or
 * value that it uses, is taken over as it is, and not even looked at unless servers or allow-lists have changed.
 */
final class Principals {

    private final Environment environment;
    private final SharedInstances shared = new SharedInstances();
    private final PrincipalTies ties = PrincipalTies.none();
    private final PrincipalTable<McpClient> clients = new PrincipalTable<>(Declaration::of, ties);
    private final PrincipalTable<McpUser> users = new PrincipalTable<>(Declaration::of, ties);
    private @Nullable ServerCatalogue catalogue;
    private @Nullable AllowLists lists;

    Principals(Environment environment) {
        this.environment = environment;
    }

    /** Brings the memory up to {@code world}, then gives all of it, sorted by key. */
    @SuppressWarnings("ReferenceEquality") // the translator keeps the instance of what has not changed
    List<Principal> update(World world, ChangedInputs changed, ServerCatalogue nextCatalogue, AllowLists nextLists) {
        ties.owners().settle();
        var reader = new TokenReader(environment, new Secrets(world.secrets()), world.externals(), shared);
        var judge = new PrincipalJudge(environment, reader, shared);
        Set<PrincipalEntry> stale = ties.readersOf(changed);
        clients.align(world.clients(), stale, judge);
        users.align(world.users(), stale, judge);
        boolean all = catalogue != nextCatalogue || lists != nextLists;
        catalogue = nextCatalogue;
        lists = nextLists;
        Set<PrincipalEntry> touched = ties.owners().touched();
        Function<PrincipalEntry, Principal> compile = entry -> entry.assemble(nextCatalogue, nextLists, ties.owners());
        var principals = new ArrayList<>(clients.assemble(all, touched, compile));
        principals.addAll(users.assemble(all, touched, compile));
        tidy();
        return principals;
    }

    List<Finding> findings() {
        var findings = new ArrayList<>(clients.findings());
        findings.addAll(users.findings());
        return findings;
    }

    private void tidy() {
        if (!shared.isOvergrown(clients.entries().size() + users.entries().size())) {
            return;
        }
        var used = Collections.<RightsPlan>newSetFromMap(new IdentityHashMap<>());
        for (List<PrincipalEntry> entries : List.of(clients.entries(), users.entries())) {
            for (PrincipalEntry entry : entries) {
                if (entry.plan() != null) {
                    used.add(entry.plan());
                }
            }
        }
        shared.retain(used);
    }
}
