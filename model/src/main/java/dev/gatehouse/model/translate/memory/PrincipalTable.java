package dev.gatehouse.model.translate.memory;

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
 * differs: first {@link #align} has judged what is new by itself, then {@link #assemble} has principals made of it. Not
 * thread-safe.
 *
 * @param <E> what judging one of them by itself gives
 */
public final class PrincipalTable<R extends Resource, E extends Remembered> {

    private final PrincipalTies ties;
    private final List<E> entries = new ArrayList<>();
    private final List<Principal> principals = new ArrayList<>();
    private final Set<E> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Remembered> judgedAgain = new HashSet<>();
    private List<R> resources = List.of();
    private Difference moved = new Difference(0, 0, 0);

    public PrincipalTable(PrincipalTies ties) {
        this.ties = ties;
    }

    /** Takes the sorted resources of the next world; {@code stale} are entries whose tokens are to be read again. */
    public void align(List<R> next, Set<Remembered> stale, Function<R, E> judge) {
        moved = Difference.between(resources, next);
        judgedAgain.clear();
        for (Remembered entry : stale) {
            int at = placeOf(entry);
            if (at >= 0 && !moved.covers(at)) {
                judgeAgain(at, judge);
            }
        }
        moved.replace(entries, aligned(next.subList(moved.from(), moved.newEnd()), stale, judge));
        resources = next;
    }

    /** Compiles all of them, or only what differs and the {@code touched}; gives them all. */
    public List<Principal> assemble(boolean all, Collection<Remembered> touched, Function<E, Principal> compile) {
        Difference due = all ? new Difference(0, principals.size(), entries.size()) : moved;
        due.replace(
                principals,
                entries.subList(due.from(), due.newEnd()).stream()
                        .map(entry -> compiled(entry, compile))
                        .toList());
        if (!all) {
            judgedAgain.addAll(touched);
            for (Remembered entry : judgedAgain) {
                int at = placeOf(entry);
                if (at >= 0) {
                    principals.set(at, compiled(entries.get(at), compile));
                }
            }
        }
        return List.copyOf(principals);
    }

    public List<E> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Those with findings, in no order. */
    public Collection<E> faulty() {
        return Collections.unmodifiableSet(faulty);
    }

    /** Walks the known entries and the sorted resources of the part that differs side by side. */
    private List<E> aligned(List<R> next, Set<Remembered> stale, Function<R, E> judge) {
        List<E> known = entries.subList(moved.from(), moved.oldEnd());
        var aligned = new ArrayList<E>(next.size());
        int at = 0;
        for (R resource : next) {
            while (at < known.size() && order(known.get(at), resource) < 0) {
                drop(known.get(at++));
            }
            E old = at < known.size() && order(known.get(at), resource) == 0 ? known.get(at++) : null;
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

    private void judgeAgain(int at, Function<R, E> judge) {
        drop(entries.get(at));
        E entry = judged(resources.get(at), judge);
        entries.set(at, entry);
        judgedAgain.add(entry);
    }

    private E judged(R resource, Function<R, E> judge) {
        E entry = judge.apply(resource);
        ties.add(entry);
        return entry;
    }

    private void drop(E entry) {
        ties.remove(entry);
        faulty.remove(entry);
    }

    private Principal compiled(E entry, Function<E, Principal> compile) {
        Principal principal = compile.apply(entry);
        if (entry.hasFindings()) {
            faulty.add(entry);
        } else {
            faulty.remove(entry);
        }
        return principal;
    }

    /** Negative for one that is not, or no longer, in this table. */
    private int placeOf(Remembered entry) {
        int at = Collections.binarySearch(resources, entry.resource(), Resource.BY_KEY);
        return at >= 0 && entries.get(at).equals(entry) ? at : -1;
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged object keeps its instance
    private static boolean isOf(Remembered entry, Resource resource) {
        return entry.resource() == resource;
    }

    private static int order(Remembered entry, Resource resource) {
        return isOf(entry, resource) ? 0 : Resource.BY_KEY.compare(entry.resource(), resource);
    }
}
