package dev.gatehouse.operator.world;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where watches leave what they hear and one thread takes it. Of several changes of one object only the last is kept, so
 * that it never holds more than there are objects. Thread-safe.
 */
public final class Inbox {

    private Map<ResourceKey, Change> pending = new LinkedHashMap<>();
    private Map<ResourceKey, Secret> unlabelled = Map.of();
    private boolean asked;

    public synchronized void add(Change change) {
        pending.put(change.key(), change);
        notifyAll();
    }

    /** Secrets that are there and carry no label, which no watch tells: all of them that are known, without what they hold. */
    public synchronized void setUnlabelled(Map<ResourceKey, Secret> known) {
        if (!known.equals(unlabelled)) {
            unlabelled = Map.copyOf(known);
            ask();
        }
    }

    public synchronized Map<ResourceKey, Secret> unlabelled() {
        return unlabelled;
    }

    /** Makes the next {@link #take} return even if nothing has changed. */
    public synchronized void ask() {
        asked = true;
        notifyAll();
    }

    /** All changes since the last call; waits until there is one, or somebody has asked. */
    public synchronized List<Change> take() throws InterruptedException {
        while (pending.isEmpty() && !asked) {
            wait();
        }
        asked = false;
        List<Change> taken = List.copyOf(pending.values());
        pending = new LinkedHashMap<>();
        return taken;
    }
}
