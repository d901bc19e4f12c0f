package dev.gatehouse.gateway.source.directory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks the folder once. Links are followed; a folder that contains itself, too deep a nesting and too many files are
 * refused rather than walked. Each folder is announced before it is listed, so that a watch set up then misses nothing.
 */
final class FolderScan {

    static final int MAX_DEPTH = 16;
    static final int MAX_FILES = 250_000;

    private final Consumer<Path> beforeListing;
    private final FolderListing found =
            new FolderListing(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
    private final Set<Object> enclosing = new HashSet<>();

    private FolderScan(Consumer<Path> beforeListing) {
        this.beforeListing = beforeListing;
    }

    static FolderListing of(Path root, Consumer<Path> beforeListing) {
        var scan = new FolderScan(beforeListing);
        try {
            scan.enter(root, Files.readAttributes(root, BasicFileAttributes.class), 0);
        } catch (IOException e) {
            scan.found.refused().put(root, BoundedRead.reason(e));
        }
        return scan.found;
    }

    private void enter(Path folder, BasicFileAttributes attributes, int depth) {
        Object key = attributes.fileKey() == null ? folder : attributes.fileKey();
        if (depth > MAX_DEPTH) {
            found.refused().put(folder, "is nested deeper than " + MAX_DEPTH + " folders");
        } else if (!enclosing.add(key)) {
            found.refused().put(folder, "is a link to a folder that it stands in");
        } else {
            beforeListing.accept(folder);
            found.folders().add(folder);
            list(folder, depth);
            enclosing.remove(key);
        }
    }

    private void list(Path folder, int depth) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                visit(entry, depth);
            }
        } catch (IOException e) {
            found.refused().put(folder, BoundedRead.reason(e));
        } catch (DirectoryIteratorException e) {
            found.refused().put(folder, "cannot be listed: " + e.getMessage());
        }
    }

    private void visit(Path entry, int depth) {
        String name = String.valueOf(entry.getFileName());
        if (FileNames.isHidden(name)) {
            return;
        }
        try {
            BasicFileAttributes attributes = attributes(entry);
            if (attributes == null) {
                return;
            }
            if (attributes.isDirectory()) {
                enter(entry, attributes, depth + 1);
            } else if (FileNames.isManifest(name)) {
                take(entry, attributes);
            }
        } catch (IOException e) {
            if (FileNames.isManifest(name)) {
                found.refused().put(entry, BoundedRead.reason(e));
            }
        }
    }

    private void take(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            found.refused().put(file, "is not a regular file");
        } else if (found.files().size() >= MAX_FILES) {
            found.refused().put(file, "is one file too many: at most " + MAX_FILES + " are read");
        } else {
            found.files().put(file, FileStamp.of(attributes));
        }
    }

    /** Those of what a link leads to. Absent: it went away since it was listed. */
    private @Nullable BasicFileAttributes attributes(Path entry) throws IOException {
        if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        var own = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!own.isSymbolicLink()) {
            return own;
        }
        Path target = entry.toRealPath();
        Path parent = target.getParent();
        if (parent != null) {
            found.linked().add(parent);
            beforeListing.accept(parent);
        }
        return Files.readAttributes(target, BasicFileAttributes.class);
    }
}
