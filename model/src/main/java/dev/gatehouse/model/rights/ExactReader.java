package dev.gatehouse.model.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many whole names as one automaton over code points: a tree of their beginnings. */
final class ExactReader {

    /** The state of a text that no name begins with. */
    static final int DEAD = -1;

    private final List<Map<Integer, Integer>> branches = new ArrayList<>();
    private final Map<Integer, Integer> names = new HashMap<>();

    ExactReader() {
        branches.add(new HashMap<>());
    }

    /** Adds a name under a number of the caller's. */
    void add(String name, int number) {
        int state = 0;
        for (int c : name.codePoints().toArray()) {
            int fresh = branches.size();
            int next = branches.get(state).computeIfAbsent(c, absent -> fresh);
            if (next == fresh) {
                branches.add(new HashMap<>());
            }
            state = next;
        }
        names.put(state, number);
    }

    int start() {
        return 0;
    }

    int next(int state, int c) {
        return state == DEAD ? DEAD : branches.get(state).getOrDefault(c, DEAD);
    }

    /** The number of the name that was read, -1 if it is none. */
    int nameAt(int state) {
        return names.getOrDefault(state, -1);
    }
}
