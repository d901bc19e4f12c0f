package dev.gatehouse.operator.crd;

import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.testbed.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The manifests that this repository has: those that the translation's tests go through, and the examples. */
record Worlds(String name, List<Path> manifests) {

    private static final Path GOLDENS = Repository.resolve("model/src/test/resources/translate");
    private static final Path EXAMPLES = Repository.resolve("examples");

    static List<Worlds> goldens() throws IOException {
        return each(GOLDENS, "in-");
    }

    static List<Worlds> examples() throws IOException {
        return each(EXAMPLES, "");
    }

    /** The world that a folder with these manifests means. */
    World world() throws IOException {
        var reader = new ManifestReader(variable -> null);
        var read = new ArrayList<Manifest>();
        for (Path manifest : manifests) {
            read.add(reader.read(manifest.toString(), Files.readString(manifest)));
        }
        return ManifestSet.of(read).world(Map.of());
    }

    private static List<Worlds> each(Path root, String prefix) throws IOException {
        var worlds = new ArrayList<Worlds>();
        try (var folders = Files.list(root)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                List<Path> manifests = manifests(folder, prefix);
                if (!manifests.isEmpty()) {
                    worlds.add(new Worlds(folder.getFileName().toString(), manifests));
                }
            }
        }
        return worlds;
    }

    private static List<Path> manifests(Path folder, String prefix) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(".yaml")
                            && !file.toString().contains("/target/"))
                    .filter(Worlds::holdsObjects)
                    .sorted()
                    .toList();
        }
    }

    /** Examples also hold workflows of CI systems. */
    private static boolean holdsObjects(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.startsWith("apiVersion: "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
