package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.source.FindingsSource;
import dev.gatehouse.gateway.source.SourceFinding;
import dev.gatehouse.gateway.source.directory.FolderWatch.Changes;
import dev.gatehouse.model.access.AccessConfig;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an {@link AccessStore} in step with a folder of manifests. One thread hears of changes, reads what changed and
 * publishes at once; what changes meanwhile is the next round's. Because watch events can be lost, it also compares the
 * folder with what it read from time to time. What is gone from the folder is gone from the configuration, up to the
 * folder itself; a failure of this program denies the object that it failed at, or everything where it is no single object's,
 * rather than keep what was granted before.
 */
public final class DirectorySource implements FindingsSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySource.class);

    /** How long a file that may be half written is given to be finished. */
    private static final Duration PATIENCE = Duration.ofMillis(25);

    private static final int MAX_SECOND_LOOKS = 4;

    private static final SourceFinding EVERYTHING_DENIED =
            SourceFinding.ofAll(true, "The manifests could not be evaluated; everything is denied until they can");

    /** A folder so large that a look takes long is looked at more rarely. */
    private static final int RESCAN_SHARE = 20;

    private final Path root;
    private final Duration rescanInterval;
    private final AccessStore store;
    private final ManifestFolder folder;
    private final FolderWatch watch;
    private final FindingLog findings = new FindingLog();
    private final Thread thread;
    private long nextRescan;
    private boolean failed;
    private volatile @Nullable LoadedFolder inForce;

    private DirectorySource(
            Path root, Duration rescanInterval, Map<String, String> environment, Clock clock, AccessStore store)
            throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.rescanInterval = rescanInterval;
        this.store = store;
        this.folder = new ManifestFolder(root, environment, clock);
        this.watch = new FolderWatch(root.getFileSystem());
        this.thread = Thread.ofPlatform().name("manifests").daemon().unstarted(this::run);
    }

    /**
     * Publishes what the folder says now, then follows it.
     *
     * @throws IOException if there is no such folder
     */
    public static DirectorySource start(
            Path root, Duration rescanInterval, Map<String, String> environment, Clock clock, AccessStore store)
            throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        var source = new DirectorySource(root, rescanInterval, environment, clock, store);
        source.rescan();
        source.folder.takeChanged();
        source.publish();
        source.thread.start();
        return source;
    }

    @Override
    public List<SourceFinding> findings() {
        LoadedFolder now = inForce;
        return now == null
                ? List.of(EVERYTHING_DENIED)
                : now.findings().stream().map(LocatedFinding::reported).toList();
    }

    /** Null while everything is denied. */
    @Nullable
    LoadedFolder inForce() {
        return inForce;
    }

    @Override
    public void close() throws IOException {
        watch.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                Changes changes = watch.await(Duration.ofNanos(nextRescan - System.nanoTime()));
                follow(changes);
            }
        } catch (ClosedWatchServiceException e) {
            LOG.atDebug().log("The folder is no longer watched");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Changes changes) throws InterruptedException {
        try {
            read(changes);
            awaitDoubtful();
            if (folder.takeChanged() || failed) {
                publish();
                failed = false;
            }
        } catch (ClosedWatchServiceException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("The manifests could not be evaluated; everything is denied until they can");
            failed = true;
            store.publish(AccessConfig.EMPTY);
            inForce = null;
            nextRescan = System.nanoTime() + rescanInterval.toNanos();
        }
    }

    /** A file that lost everything a moment ago may be half written: the rest of it is then about to be heard of. */
    private void awaitDoubtful() throws InterruptedException {
        for (int look = 0; look < MAX_SECOND_LOOKS && folder.isDoubtful(); look++) {
            Changes more = watch.await(PATIENCE);
            if (more.isEmpty()) {
                return;
            }
            read(more);
        }
    }

    private void read(Changes changes) {
        boolean due = System.nanoTime() - nextRescan >= 0;
        if (due || !folder.refresh(changes)) {
            rescan();
        }
    }

    private void rescan() {
        long begin = System.nanoTime();
        Path parent = root.getParent();
        Set<Path> watched = new TreeSet<>(folder.rescan(watch::add));
        if (parent != null) {
            watched.add(parent);
        }
        watched.forEach(watch::add);
        watch.retain(watched);
        long end = System.nanoTime();
        nextRescan = end + Math.max(rescanInterval.toNanos(), (end - begin) * RESCAN_SHARE);
    }

    private void publish() {
        long begin = System.nanoTime();
        LoadedFolder loaded = folder.translate();
        AccessSnapshot before = store.current();
        store.publish(loaded.config());
        if (folder.hasNewTokens()) {
            nextRescan = System.nanoTime();
        }
        findings.report(loaded.findings());
        inForce = loaded;
        AccessSnapshot after = store.current();
        if (after != null && (before == null || before.version() != after.version())) {
            LOG.atInfo()
                    .addKeyValue(LogKeys.CONFIG_VERSION, after.version())
                    .addKeyValue(LogKeys.CONFIG_DIGEST, after.digest())
                    .addKeyValue(LogKeys.COUNT, loaded.objects())
                    .addKeyValue(LogKeys.DURATION_MICROS, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin))
                    .log("Configuration in force");
        }
    }
}
