package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.gateway.source.directory.ManifestFolder;
import dev.gatehouse.gateway.source.directory.MissingSecrets;
import dev.gatehouse.gateway.source.git.RevisionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** One side of a comparison: a folder, or else a revision of the repository around the working directory. */
record DiffSide(String name, LoadedFolder folder) {

    static DiffSide read(String name, Map<String, String> environment, Clock clock, MissingSecrets missing)
            throws IOException {
        if (isFolder(name)) {
            return new DiffSide(name, ManifestFolder.load(Path.of(name), environment, clock, missing));
        }
        try (RevisionFolder revision = RevisionFolder.of(name, Path.of("").toAbsolutePath())) {
            return new DiffSide(name, ManifestFolder.load(revision.path(), environment, clock, missing));
        }
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
