package dev.gatehouse.operator.pki;

import dev.gatehouse.model.resource.SecretValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps entries in memory under the rules of the API server. Thread-safe. */
public final class MemoryCertificateStore implements CertificateStore {

    private final Map<String, Entry> entries = new HashMap<>();
    private int writes;

    @Override
    public synchronized Optional<Entry> read(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    @Override
    public synchronized boolean write(String name, Optional<String> seen, Map<String, SecretValue> data) {
        Optional<String> current = Optional.ofNullable(entries.get(name)).map(Entry::revision);
        if (!current.equals(seen)) {
            return false;
        }
        entries.put(name, new Entry(Integer.toString(++writes), data));
        return true;
    }

    synchronized void delete(String name) {
        entries.remove(name);
    }

    public synchronized int writes() {
        return writes;
    }
}
