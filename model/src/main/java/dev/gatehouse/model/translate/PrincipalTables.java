package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.memory.ChangedInputs;
import dev.gatehouse.model.translate.memory.PrincipalTable;
import dev.gatehouse.model.translate.memory.PrincipalTies;
import dev.gatehouse.model.translate.memory.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All clients and users, compiled. Remembers the last translation: what has not changed by itself, or in a Secret or
 * value that it uses, is taken over as it is, and not even looked at unless servers or allow-lists have changed.
 */
final class PrincipalTables {

    private final Environment environment;
    private final Quarantine quarantine;
    private final RightsPlans plans = new RightsPlans();
    private final PrincipalTies ties = new PrincipalTies();
    private final PrincipalTable<McpClient, PrincipalEntry> clients = new PrincipalTable<>(ties);
    private final PrincipalTable<McpUser, PrincipalEntry> users = new PrincipalTable<>(ties);
    private @Nullable AllowLists lists;

    PrincipalTables(Environment environment, Quarantine quarantine) {
        this.environment = environment;
        this.quarantine = quarantine;
    }

    /** Brings the memory up to {@code world}, then gives all of it, sorted by key. */
    @SuppressWarnings("ReferenceEquality") // the translator keeps the instance of what has not changed
    List<Principal> update(World world, ChangedInputs changed, AllowLists nextLists) {
        ties.owners().settle();
        var reader = new TokenReader(environment, new Secrets(world.secrets()), world.externals(), plans.shared());
        var judge = new PrincipalJudge(environment, reader, plans, quarantine);
        Set<Remembered> stale = ties.readersOf(changed);
        clients.align(world.clients(), stale, client -> judge.judge(Declaration.of(client)));
        users.align(world.users(), stale, user -> judge.judge(Declaration.of(user)));
        boolean all = lists != nextLists;
        lists = nextLists;
        Set<Remembered> touched = ties.owners().touched();
        Function<PrincipalEntry, Principal> compile = entry -> entry.assemble(nextLists, ties.owners(), quarantine);
        var principals = new ArrayList<>(clients.assemble(all, touched, compile));
        principals.addAll(users.assemble(all, touched, compile));
        if (plans.isOvergrownFor(clients.entries().size() + users.entries().size())) {
            plans.retain(entries().map(PrincipalEntry::plan).filter(Objects::nonNull));
        }
        return principals;
    }

    List<Finding> findings() {
        return Stream.concat(clients.faulty().stream(), users.faulty().stream())
                .flatMap(entry -> entry.findings().stream())
                .toList();
    }

    private Stream<PrincipalEntry> entries() {
        return Stream.concat(clients.entries().stream(), users.entries().stream());
    }
}
