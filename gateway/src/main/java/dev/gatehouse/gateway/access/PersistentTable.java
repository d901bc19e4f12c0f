package dev.gatehouse.gateway.access;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table of which a changed copy costs what the change costs. Extendible hashing: a directory of small
 * buckets, of which an edit copies the touched ones and the directory, tens of kilobytes at 100,000 entries. Look-ups
 * allocate nothing and touch two or three cache lines before the entry itself.
 *
 * @param <K> what an entry is found by; it stands in the entry, so the table keeps entries only
 */
final class PersistentTable<K, V> {

    /** How keys are found in entries and spread over the table. */
    interface Keys<K, V> {
        K keyOf(V entry);

        /** Need not be well spread in its low bits. */
        long hash(K key);
    }

    private final Keys<K, V> keys;
    private final Bucket<V>[] directory;
    private final int size;

    PersistentTable(Keys<K, V> keys, Bucket<V>[] directory, int size) {
        this.keys = keys;
        this.directory = directory;
        this.size = size;
    }

    static <K, V> PersistentTable<K, V> empty(Keys<K, V> keys) {
        Bucket<V>[] directory = Bucket.directory(1);
        directory[0] = Bucket.empty(0);
        return new PersistentTable<>(keys, directory, 0);
    }

    @Nullable
    V get(K key) {
        long hash = mix(keys.hash(key));
        Bucket<V> bucket = directory[(int) hash & (directory.length - 1)];
        int at = bucket.indexOf(hash, key, keys);
        return at < 0 ? null : bucket.entry(at);
    }

    int size() {
        return size;
    }

    void forEach(Consumer<? super V> action) {
        for (int slot = 0; slot < directory.length; slot++) {
            Bucket<V> bucket = directory[slot];
            if (slot < 1 << bucket.depth()) {
                bucket.forEach(action);
            }
        }
    }

    /** Begins a changed copy. This table stays as it is. */
    TableEdit<K, V> edit() {
        return new TableEdit<>(keys, directory.clone(), size);
    }

    /** Spreads what the key's hash has over the low bits, which choose the bucket. */
    static long mix(long hash) {
        long product = hash * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 32);
    }
}
