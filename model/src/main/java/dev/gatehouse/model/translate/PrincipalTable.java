package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * All clients, or all users, sorted by key, with what each has come to. From one world to the next it looks only at what
 * differs: first {@link #align} judges what is new by itself, then {@link #assemble} makes principals of it.
 */
final class PrincipalTable<R extends Resource> {

    private final Function<R, Declaration> declare;
    private final PrincipalTies ties;
    private final List<PrincipalEntry> entries = new ArrayList<>();
    private final List<Principal> principals = new ArrayList<>();
    private final Set<PrincipalEntry> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<PrincipalEntry> judgedAgain = new HashSet<>();
    private List<R> resources = List.of();
    private Difference moved = new Difference(0, 0, 0);

    PrincipalTable(Function<R, Declaration> declare, PrincipalTies ties) {
        this.declare = declare;
        this.ties = ties;
    }

    /** Takes the sorted resources of the next world; {@code stale} are entries whose tokens are to be read again. */
    void align(List<R> next, Set<PrincipalEntry> stale, PrincipalJudge judge) {
        moved = Difference.between(resources, next);
        judgedAgain.clear();
        for (PrincipalEntry entry : stale) {
            int at = placeOf(entry);
            if (at >= 0 && !moved.covers(at)) {
                judgeAgain(at, judge);
            }
        }
        moved.replace(entries, aligned(next.subList(moved.from(), moved.newEnd()), stale, judge));
        resources = next;
    }

    /** Compiles all of them, or only what differs and the {@code touched}; gives them all. */
    List<Principal> assemble(
            boolean all, Collection<PrincipalEntry> touched, Function<PrincipalEntry, Principal> compile) {
        Difference due = all ? new Difference(0, principals.size(), entries.size()) : moved;
        due.replace(
                principals,
                entries.subList(due.from(), due.newEnd()).stream()
                        .map(entry -> compiled(entry, compile))
                        .toList());
        if (!all) {
            judgedAgain.addAll(touched);
            for (PrincipalEntry entry : judgedAgain) {
                int at = placeOf(entry);
                if (at >= 0) {
                    principals.set(at, compiled(entry, compile));
                }
            }
        }
        return List.copyOf(principals);
    }

    List<PrincipalEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Those of one entry in their order, the entries in none. */
    List<Finding> findings() {
        return faulty.stream().flatMap(entry -> entry.findings().stream()).toList();
    }

    /** Walks the known entries and the sorted resources of the part that differs side by side. */
    private List<PrincipalEntry> aligned(List<R> next, Set<PrincipalEntry> stale, PrincipalJudge judge) {
        List<PrincipalEntry> known = entries.subList(moved.from(), moved.oldEnd());
        var aligned = new ArrayList<PrincipalEntry>(next.size());
        int at = 0;
        for (R resource : next) {
            while (at < known.size() && order(known.get(at), resource) < 0) {
                drop(known.get(at++));
            }
            PrincipalEntry old = at < known.size() && order(known.get(at), resource) == 0 ? known.get(at++) : null;
            if (old != null && isOf(old, resource) && !stale.contains(old)) {
                aligned.add(old);
                continue;
            }
            if (old != null) {
                drop(old);
            }
            aligned.add(judged(resource, judge));
        }
        known.subList(at, known.size()).forEach(this::drop);
        return aligned;
    }

    private void judgeAgain(int at, PrincipalJudge judge) {
        drop(entries.get(at));
        PrincipalEntry entry = judged(resources.get(at), judge);
        entries.set(at, entry);
        judgedAgain.add(entry);
    }

    private PrincipalEntry judged(R resource, PrincipalJudge judge) {
        PrincipalEntry entry = judge.judge(declare.apply(resource));
        ties.add(entry);
        return entry;
    }

    private void drop(PrincipalEntry entry) {
        ties.remove(entry);
        faulty.remove(entry);
    }

    private Principal compiled(PrincipalEntry entry, Function<PrincipalEntry, Principal> compile) {
        Principal principal = compile.apply(entry);
        if (entry.findings().isEmpty()) {
            faulty.remove(entry);
        } else {
            faulty.add(entry);
        }
        return principal;
    }

    /** Negative for one that is not, or no longer, in this table. */
    private int placeOf(PrincipalEntry entry) {
        int at = Collections.binarySearch(resources, entry.declaration().resource(), Resource.BY_KEY);
        return at >= 0 && entries.get(at).equals(entry) ? at : -1;
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged object keeps its instance
    private static boolean isOf(PrincipalEntry entry, Resource resource) {
        return entry.declaration().resource() == resource;
    }

    private static int order(PrincipalEntry entry, Resource resource) {
        return isOf(entry, resource)
                ? 0
                : Resource.BY_KEY.compare(entry.declaration().resource(), resource);
    }
}
