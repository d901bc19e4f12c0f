package dev.gatehouse.gateway.access;

/** A changed copy of a {@link PersistentTable} in the making. Not thread-safe. */
final class TableEdit<K, V> {

    private static final int ENTRIES_A_SLOT = 4;

    private final PersistentTable.Keys<K, V> keys;
    private Bucket<V>[] directory;
    private int size;

    TableEdit(PersistentTable.Keys<K, V> keys, Bucket<V>[] directory, int size) {
        this.keys = keys;
        this.directory = directory;
        this.size = size;
    }

    /** Adds the entry, or puts it in the place of the one with its key. */
    void put(V entry) {
        K key = keys.keyOf(entry);
        long hash = PersistentTable.mix(keys.hash(key));
        Bucket<V> bucket = bucketOf(hash);
        int at = bucket.indexOf(hash, key, keys);
        if (at >= 0) {
            install(hash, bucket.replacing(at, entry));
            return;
        }
        while (maySplit(bucket)) {
            split(hash, bucket);
            bucket = bucketOf(hash);
        }
        install(hash, bucket.with(hash, entry));
        size++;
    }

    /** True: there was an entry with this key. */
    boolean remove(K key) {
        long hash = PersistentTable.mix(keys.hash(key));
        Bucket<V> bucket = bucketOf(hash);
        int at = bucket.indexOf(hash, key, keys);
        if (at < 0) {
            return false;
        }
        install(hash, bucket.without(at));
        size--;
        return true;
    }

    boolean contains(K key) {
        long hash = PersistentTable.mix(keys.hash(key));
        return bucketOf(hash).indexOf(hash, key, keys) >= 0;
    }

    /** The finished table; this edit must not be used after it. */
    PersistentTable<K, V> done() {
        return new PersistentTable<>(keys, directory, size);
    }

    private Bucket<V> bucketOf(long hash) {
        return directory[(int) hash & (directory.length - 1)];
    }

    /**
     * The directory grows with the entries only: keys that someone has chosen to collide in their hashes fill one long
     * bucket rather than all of the memory.
     */
    private boolean maySplit(Bucket<V> bucket) {
        boolean fits = (1 << bucket.depth()) < directory.length || directory.length <= size / ENTRIES_A_SLOT;
        return bucket.isFull() && fits;
    }

    private void split(long hash, Bucket<V> bucket) {
        if ((1 << bucket.depth()) == directory.length) {
            grow();
        }
        long low = hash & ((1L << bucket.depth()) - 1);
        install(low, bucket.half(0));
        install(low | (1L << bucket.depth()), bucket.half(1));
    }

    private void grow() {
        Bucket<V>[] twice = Bucket.directory(directory.length * 2);
        System.arraycopy(directory, 0, twice, 0, directory.length);
        System.arraycopy(directory, 0, twice, directory.length, directory.length);
        directory = twice;
    }

    /** Puts the bucket into every slot whose low bits are those of the hash. */
    private void install(long hash, Bucket<V> bucket) {
        int step = 1 << bucket.depth();
        for (int slot = (int) hash & (step - 1); slot < directory.length; slot += step) {
            directory[slot] = bucket;
        }
    }
}
