package dev.gatehouse.gateway.mcp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The member names seen so far, as 64-bit hashes: the first few of each object that is open side by side, where comparing
 * them is quickest, those of larger objects in one open table. Two names with one hash refuse an honest message once in
 * billions of the largest ones; the same name in the same object never passes. A name chosen to make look-ups slow ends
 * the message instead.
 */
final class MemberNames {

    /** Names of one object that are compared one by one. */
    static final int FEW = 16;

    static final int MAX_PROBES = 256;

    private static final int INITIAL = 64;
    private static final long OBJECT_STEP = 0xd1342543de82ef95L;

    private final int limit;
    private long[] few = new long[2 * FEW];
    private int[] begins = new int[8];
    private int objects;
    private int top;
    private long[] table = {};
    private int inTable;
    private int size;

    MemberNames(int limit) {
        this.limit = limit;
    }

    void reset() {
        if (table.length > INITIAL) {
            table = new long[0];
        } else if (inTable > 0) {
            Arrays.fill(table, 0);
        }
        inTable = 0;
        objects = 0;
        top = 0;
        size = 0;
    }

    /** An object begins: the names that come next are its own. */
    void open() {
        if (objects == begins.length) {
            begins = Arrays.copyOf(begins, 2 * objects);
        }
        begins[objects++] = top;
    }

    /** The innermost object ends: the names that come next are of the one around it. */
    void close() {
        top = begins[--objects];
    }

    /**
     * Adds a name of the innermost object.
     *
     * @param object a number that is its own among the objects of the message
     */
    @Nullable
    Flaw add(int object, Capture name) {
        if (++size > limit) {
            return Flaw.TOO_MANY_MEMBERS;
        }
        long hash = name.hash();
        int begin = begins[objects - 1];
        int count = top - begin;
        if (count > FEW) {
            return tabulate(key(object, hash));
        }
        for (int i = begin; i < top; i++) {
            if (few[i] == hash) {
                return Flaw.DUPLICATE_MEMBER;
            }
        }
        push(hash);
        return count == FEW ? crowd(object, begin) : null;
    }

    private void push(long hash) {
        if (top == few.length) {
            few = Arrays.copyOf(few, 2 * top);
        }
        few[top++] = hash;
    }

    /** The object has more than a few names: they and all that follow stand in the table, too. */
    private @Nullable Flaw crowd(int object, int begin) {
        Flaw flaw = null;
        for (int i = begin; i < top && flaw == null; i++) {
            flaw = tabulate(key(object, few[i]));
        }
        return flaw;
    }

    private @Nullable Flaw tabulate(long key) {
        if (2 * ++inTable > table.length && !grow()) {
            return Flaw.TOO_MANY_MEMBERS;
        }
        return put(table, key);
    }

    /** Never zero, which marks a free place. */
    static long key(int object, Capture name) {
        return key(object, name.hash());
    }

    private static long key(int object, long hash) {
        long key = Capture.mix(hash + object * OBJECT_STEP);
        return key == 0 ? 1 : key;
    }

    static int place(long key, int mask) {
        return (int) (key >>> 32) & mask;
    }

    private static @Nullable Flaw put(long[] table, long key) {
        int mask = table.length - 1;
        int at = place(key, mask);
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            if (table[at] == 0) {
                table[at] = key;
                return null;
            }
            if (table[at] == key) {
                return Flaw.DUPLICATE_MEMBER;
            }
            at = (at + 1) & mask;
        }
        return Flaw.TOO_MANY_MEMBERS;
    }

    private boolean grow() {
        long[] next = new long[Math.max(INITIAL, 4 * table.length)];
        for (long key : table) {
            if (key != 0 && put(next, key) != null) {
                return false;
            }
        }
        table = next;
        return true;
    }
}
