package dev.gatehouse.gateway.source.directory;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import dev.gatehouse.gateway.LogKeys;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the operating system what changes in folders. It may hear nothing (network file systems, too many watches),
 * so whoever uses it looks for itself from time to time. Used by one thread; {@link #close} may come from another.
 */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration SETTLED = Duration.ofMillis(2);
    private static final Duration SETTLE_WITHIN = Duration.ofMillis(20);

    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private boolean complained;

    /**
     * What has changed since the last time.
     *
     * @param everything true: more than is known in detail
     */
    record Changes(Set<Path> touched, boolean everything) {
        boolean isEmpty() {
            return touched.isEmpty() && !everything;
        }
    }

    FolderWatch(FileSystem fileSystem) throws IOException {
        this.service = fileSystem.newWatchService();
    }

    void add(Path folder) {
        if (keys.containsKey(folder)) {
            return;
        }
        try {
            WatchKey key = folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            keys.put(folder, key);
            folders.put(key, folder);
        } catch (IOException e) {
            if (!complained) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.PATH, folder)
                        .addKeyValue(LogKeys.REASON, e.getMessage())
                        .log("Cannot watch a folder; its changes are found at the next rescan");
            }
            complained = true;
        }
    }

    void retain(Set<Path> wanted) {
        keys.entrySet().removeIf(entry -> {
            if (wanted.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().cancel();
            folders.remove(entry.getValue());
            return true;
        });
    }

    /** Waits for a first change, then for the few milliseconds in which the rest of a save usually follows. */
    Changes await(Duration atMost) throws InterruptedException {
        var touched = new HashSet<Path>();
        boolean everything = false;
        long settleBy = 0;
        WatchKey key = service.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
        while (key != null) {
            everything |= collect(key, touched);
            settleBy = settleBy == 0 ? System.nanoTime() + SETTLE_WITHIN.toNanos() : settleBy;
            long left = Math.min(SETTLED.toNanos(), settleBy - System.nanoTime());
            key = service.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
        }
        return new Changes(touched, everything);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private boolean collect(WatchKey key, Set<Path> touched) {
        @Nullable Path folder = folders.get(key);
        boolean lost = folder == null;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder != null && event.context() instanceof Path name) {
                touched.add(folder.resolve(name));
            } else {
                lost = true;
            }
        }
        if (!key.reset() && folder != null) {
            keys.remove(folder);
            folders.remove(key);
            lost = true;
        }
        return lost;
    }
}
