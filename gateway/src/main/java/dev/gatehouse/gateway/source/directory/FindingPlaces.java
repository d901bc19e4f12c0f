package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.manifest.FieldLocator;
import dev.gatehouse.model.manifest.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Moves findings from the line of the object to the line of the field, by reading the files that have findings once more.
 * For programs that end: it keeps what it read. Used by one thread.
 */
public final class FindingPlaces {

    private final Path root;
    private final Map<String, FieldLocator> files = new HashMap<>();

    public FindingPlaces(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Where {@code path} of the object that begins at {@code object} stands; the object itself if its file is gone. */
    public Location of(Location object, String path) {
        if (path.isEmpty() || object.file().isEmpty()) {
            return object;
        }
        return files.computeIfAbsent(object.file(), this::read).locate(object, path);
    }

    LoadedFolder refine(LoadedFolder loaded) {
        var findings = loaded.findings().stream()
                .map(finding -> finding.standingAt(of(finding.at(), finding.path())))
                .sorted(LocatedFinding.ORDER)
                .toList();
        return new LoadedFolder(loaded.config(), loaded.manifests(), loaded.world(), findings);
    }

    private FieldLocator read(String file) {
        try {
            return FieldLocator.of(
                    file, ManifestFile.text(BoundedRead.read(root.resolve(file), ManifestFile.MAX_BYTES)));
        } catch (IOException e) {
            // It could be read a moment ago; the object's own place is still right enough.
            return FieldLocator.of(file, "");
        }
    }
}
