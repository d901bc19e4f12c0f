package dev.gatehouse.gateway.access;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A few entries of a {@link PersistentTable} whose hashes agree in their low {@code depth} bits. Immutable. The hashes
 * stand side by side, so that a look-up that misses touches no entry.
 */
final class Bucket<V> {

    /** Beyond this a bucket splits: large enough for a small directory, small enough to copy and to scan. */
    static final int CAPACITY = 32;

    private final int depth;
    private final long[] hashes;
    private final Object[] entries;

    private Bucket(int depth, long[] hashes, Object[] entries) {
        this.depth = depth;
        this.hashes = hashes;
        this.entries = entries;
    }

    static <V> Bucket<V> empty(int depth) {
        return new Bucket<>(depth, new long[0], new Object[0]);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <V> Bucket<V>[] directory(int length) {
        return new Bucket[length];
    }

    int depth() {
        return depth;
    }

    boolean isFull() {
        return hashes.length >= CAPACITY;
    }

    <K> int indexOf(long hash, K key, PersistentTable.Keys<K, V> keys) {
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && keys.keyOf(entry(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    V entry(int at) {
        return (V) entries[at];
    }

    void forEach(Consumer<? super V> action) {
        for (int i = 0; i < entries.length; i++) {
            action.accept(entry(i));
        }
    }

    Bucket<V> with(long hash, V entry) {
        int size = hashes.length;
        long[] moreHashes = Arrays.copyOf(hashes, size + 1);
        Object[] moreEntries = new Object[size + 1];
        System.arraycopy(entries, 0, moreEntries, 0, size);
        moreHashes[size] = hash;
        moreEntries[size] = entry;
        return new Bucket<>(depth, moreHashes, moreEntries);
    }

    Bucket<V> replacing(int at, V entry) {
        Object[] others = entries.clone();
        others[at] = entry;
        return new Bucket<>(depth, hashes, others);
    }

    Bucket<V> without(int at) {
        int last = hashes.length - 1;
        long[] fewerHashes = Arrays.copyOf(hashes, last);
        Object[] fewerEntries = new Object[last];
        System.arraycopy(entries, 0, fewerEntries, 0, last);
        if (at < last) {
            fewerHashes[at] = hashes[last];
            fewerEntries[at] = entries[last];
        }
        return new Bucket<>(depth, fewerHashes, fewerEntries);
    }

    /** The entries whose next bit of the hash is {@code bit}, as a bucket one deeper. */
    Bucket<V> half(int bit) {
        Bucket<V> half = empty(depth + 1);
        for (int i = 0; i < hashes.length; i++) {
            if (((hashes[i] >>> depth) & 1) == bit) {
                half = half.with(hashes[i], entry(i));
            }
        }
        return half;
    }
}
