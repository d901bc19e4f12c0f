package dev.gatehouse.gateway.mcp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The member names seen so far, of all objects of a message, as 64-bit hashes in one open table. Two names with one hash
 * refuse an honest message once in billions of the largest ones; the same name in the same object never passes. A name
 * chosen to make look-ups slow ends the message instead.
 */
final class MemberNames {

    private static final int INITIAL = 64;
    static final int MAX_PROBES = 256;
    private static final long OBJECT_STEP = 0xd1342543de82ef95L;

    private final int limit;
    private long[] table = new long[INITIAL];
    private int size;

    MemberNames(int limit) {
        this.limit = limit;
    }

    void reset() {
        if (table.length > INITIAL) {
            table = new long[INITIAL];
        } else {
            Arrays.fill(table, 0);
        }
        size = 0;
    }

    /**
     * Adds a name of an object.
     *
     * @param object a number that is its own among the objects of the message
     */
    @Nullable
    Flaw add(int object, Capture name) {
        if (++size > limit) {
            return Flaw.TOO_MANY_MEMBERS;
        }
        if (2 * size > table.length && !grow()) {
            return Flaw.TOO_MANY_MEMBERS;
        }
        return put(table, key(object, name));
    }

    /** Never zero, which marks a free place. */
    static long key(int object, Capture name) {
        long key = Capture.mix(name.hash() + object * OBJECT_STEP);
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
        long[] next = new long[4 * table.length];
        for (long key : table) {
            if (key != 0 && put(next, key) != null) {
                return false;
            }
        }
        table = next;
        return true;
    }
}
