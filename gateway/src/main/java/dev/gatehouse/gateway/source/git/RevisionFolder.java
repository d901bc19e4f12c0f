package dev.gatehouse.gateway.source.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a revision, {@code REV} or {@code REV:PATH}, copied to a folder of its own, which goes with this. Nothing is
 * checked out: no filter or hook of the repository runs, and no link is followed.
 */
public final class RevisionFolder implements AutoCloseable {

    private static final long MAX_FILE = 4L << 20;
    private static final long MAX_ALL = 256L << 20;

    private final Path home;

    private RevisionFolder(Path home) {
        this.home = home;
    }

    /**
     * Copies {@code revision} of the repository that {@code repository} stands in.
     *
     * @throws IOException if there is no such thing, or it is too large, or has links in it
     */
    public static RevisionFolder of(String revision, Path repository) throws IOException {
        var folder = new RevisionFolder(Files.createTempDirectory("gatehouse-revision"));
        try {
            folder.fill(revision, repository);
            return folder;
        } catch (IOException e) {
            folder.close();
            throw new IOException(
                    "'" + revision + "' is neither a folder nor a revision that can be read: " + e.getMessage(), e);
        }
    }

    /** Where the files are. */
    public Path path() {
        return home.resolve("tree");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void fill(String revision, Path repository) throws IOException {
        if (revision.startsWith("-")) {
            throw new IOException("it begins with a dash");
        }
        Path root = Files.createDirectory(path());
        var git = new GitCommand(repository, home);
        String id = Files.readString(git.run("rev-parse", List.of("rev-parse", "--verify", "--quiet", revision)))
                .strip();
        String listing = Files.readString(git.run("ls-tree", List.of("ls-tree", "-r", "-l", "-z", "--full-tree", id)));
        List<TreeEntry> entries = TreeEntry.parse(listing).stream()
                .filter(entry -> entry.bytes() <= MAX_FILE || looksLikeManifest(entry))
                .toList();
        check(entries);
        Path wanted = Files.writeString(
                home.resolve("wanted"),
                entries.stream().map(TreeEntry::id).collect(Collectors.joining("\n", "", "\n")));
        if (!entries.isEmpty()) {
            copy(git.run("cat-file", wanted, List.of("cat-file", "--batch")), entries, root);
        }
    }

    private static boolean looksLikeManifest(TreeEntry entry) {
        return entry.path().matches(".*\\.(yaml|yml|json)");
    }

    private static void check(List<TreeEntry> entries) throws IOException {
        long all = 0;
        for (TreeEntry entry : entries) {
            if (entry.bytes() > MAX_FILE) {
                throw new IOException(entry.path() + " is larger than " + (MAX_FILE >> 20) + " MiB; split it");
            }
            all += entry.bytes();
        }
        if (all > MAX_ALL) {
            throw new IOException("it has more than " + (MAX_ALL >> 20) + " MiB; name the folder of the manifests");
        }
    }

    /** Reads what {@code git cat-file --batch} prints: a line, the content and a line feed for each file. */
    private static void copy(Path batch, List<TreeEntry> entries, Path root) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(batch))) {
            for (TreeEntry entry : entries) {
                String header = line(in);
                if (!header.equals(entry.id() + " blob " + entry.bytes())) {
                    throw new IOException("git gives something else than " + entry.path());
                }
                byte[] content = in.readNBytes((int) entry.bytes());
                if (content.length < entry.bytes() || in.read() != '\n') {
                    throw new EOFException("git breaks off in " + entry.path());
                }
                Path file = root.resolve(entry.path()).normalize();
                if (!file.startsWith(root)) {
                    throw new IOException(entry.path() + " leads out of the tree");
                }
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
