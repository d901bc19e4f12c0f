package dev.gatehouse.examples.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the quick start's manifests that may be edited without touching the repository. */
final class EditableManifests {

    private static final Pattern TOKEN = Pattern.compile("(?m)^ +token: (\\S+)$");

    private final Path work;

    private EditableManifests(Path work) {
        this.work = work;
    }

    static EditableManifests copyOf(Path manifests) throws IOException {
        EditableManifests folder = new EditableManifests(Files.createTempDirectory("gatehouse-demo-"));
        try (Stream<Path> files = Files.walk(manifests)) {
            for (Path file : files.toList()) {
                Path copy = folder.path().resolve(manifests.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }

    /** The folder that the gateway reads. */
    Path path() {
        return work.resolve("manifests");
    }

    /** A file beside the manifests, for what the gateway writes. */
    Path beside(String name) {
        return work.resolve(name);
    }

    void pointServerAt(URI upstream) {
        replace("platform/demo-server.yaml", "http://127.0.0.1:8090/mcp", upstream.toString());
    }

    String token(String file) {
        Matcher token = TOKEN.matcher(read(file));
        if (!token.find()) {
            throw new IllegalStateException(file + " holds no token");
        }
        return token.group(1);
    }

    /** Saves the file as an editor does: the whole new text takes the place of the old one in one step. */
    void replace(String file, String before, String after) {
        String text = read(file);
        if (!text.contains(before)) {
            throw new IllegalStateException(file + " does not contain: " + before);
        }
        try {
            Path saved = Files.writeString(beside("being-saved"), text.replace(before, after));
            Files.move(saved, path().resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(path().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
