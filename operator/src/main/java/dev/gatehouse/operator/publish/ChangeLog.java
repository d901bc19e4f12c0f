package dev.gatehouse.operator.publish;

import dev.gatehouse.model.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The version from which on each object has meant to gateways what it means now. What has not changed since the first
 * publication takes no room. Thread-safe.
 */
public final class ChangeLog {

    private final Map<ResourceKey, Long> versions = new ConcurrentHashMap<>();
    private volatile long first;

    /** All objects count as changed by {@code version}. */
    void restart(long version) {
        first = version;
        versions.clear();
    }

    void note(ResourceKey changed, Published now) {
        if (now.incarnation(changed).isPresent()) {
            versions.put(changed, now.version());
        } else {
            versions.remove(changed);
        }
    }

    /** A gateway that has applied this version, or a later one, enforces the object as it is. */
    public long versionOf(ResourceKey key) {
        return versions.getOrDefault(key, first);
    }

    /** The objects that changed after {@code version}; those that have not changed since the start are left out. */
    public List<ResourceKey> changedAfter(long version) {
        return versions.entrySet().stream()
                .filter(entry -> entry.getValue() > version)
                .map(Map.Entry::getKey)
                .toList();
    }
}
