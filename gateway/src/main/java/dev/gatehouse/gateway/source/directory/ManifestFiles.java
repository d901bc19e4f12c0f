package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.manifest.Manifest;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of the folder as they were last read. A file that has not changed keeps its objects, by identity, so that
 * the translation can tell what is new. Used by one thread.
 */
final class ManifestFiles {

    private final Path root;
    private final ManifestFile loader;
    private final Map<String, LoadedFile> files = new TreeMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private Set<Path> folders = Set.of();
    private Set<Path> linked = Set.of();
    private boolean changed;

    ManifestFiles(Path root, ManifestFile loader) {
        this.root = root;
        this.loader = loader;
    }

    /** Compares the whole folder with what was read. Returns the folders in which a change may show. */
    Set<Path> rescan(Consumer<Path> beforeListing) {
        FolderListing listing = FolderScan.of(root, beforeListing);
        var gone = new HashMap<>(files);
        listing.files().forEach((path, stamp) -> {
            LoadedFile before = gone.remove(name(path));
            if (before == null || !stamp.equals(before.stamp())) {
                load(path);
            }
        });
        listing.refused().forEach((path, reason) -> {
            gone.remove(name(path));
            put(name(path), ManifestFile.refused(name(path), reason));
        });
        gone.keySet().forEach(this::forget);
        folders = listing.folders();
        linked = listing.linked();
        var watched = new TreeSet<>(folders);
        watched.addAll(linked);
        return watched;
    }

    /** Reads one file again, without a look at the others. False: what changed there takes a {@link #rescan}. */
    boolean refresh(Path path) {
        if (path.equals(root)) {
            return false;
        }
        Path parent = path.getParent();
        if (parent == null || !folders.contains(parent)) {
            return parent == null || !linked.contains(parent);
        }
        String fileName = String.valueOf(path.getFileName());
        if (FileNames.isHidden(fileName)) {
            // Mounted ConfigMaps swap a hidden link that all of their files lead through.
            return !fileName.startsWith("..");
        }
        if (folders.contains(path) || Files.isDirectory(path)) {
            return false;
        }
        return !FileNames.isManifest(fileName) || refreshManifest(path);
    }

    List<Manifest> manifests() {
        return files.values().stream().map(LoadedFile::manifest).toList();
    }

    /** Whether a file gives nothing any more although it was written a moment ago: perhaps it still is. */
    boolean isDoubtful() {
        return !doubtful.isEmpty();
    }

    /** Whether anything is other than at the last call. What was doubtful until now is taken as it is. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        doubtful.clear();
        return was;
    }

    private boolean refreshManifest(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            forget(name(path));
            return true;
        }
        boolean plain = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        if (plain) {
            load(path);
        }
        return plain;
    }

    private void load(Path path) {
        String name = name(path);
        LoadedFile loaded = loader.load(path, name, files.get(name));
        put(name, loaded);
        if (loaded.doubtful()) {
            doubtful.add(name);
        } else {
            doubtful.remove(name);
        }
    }

    private void put(String name, LoadedFile loaded) {
        @Nullable LoadedFile before = files.put(name, loaded);
        changed |= before == null || !before.content().equals(loaded.content());
    }

    private void forget(String name) {
        changed |= files.remove(name) != null;
    }

    private String name(Path path) {
        String relative = root.relativize(path).toString().replace('\\', '/');
        return relative.isEmpty() ? root.toString() : relative;
    }
}
