package dev.gatehouse.gateway.cli.manifest;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.Resource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Puts objects into a folder, each into a file of its own: all of them or none, and never over a file that is there. What
 * holds a secret is readable by its owner only. Secrets go first, so that a gateway that watches sees no identity before its
 * token.
 */
public final class OutputFolder {

    private static final String OWNER_ONLY = "rw-------";
    private static final String EVERYBODY_READS = "rw-r--r--";
    private static final Comparator<Resource> SECRETS_FIRST =
            Comparator.comparing(resource -> resource.kind() != Kind.SECRET);

    private final Path folder;
    private final ManifestYaml yaml;

    public OutputFolder(Path folder, IntendedReader target) {
        this.folder = folder;
        this.yaml = new ManifestYaml(target);
    }

    /**
     * Writes one file for each of {@code resources} and returns the paths below the folder, in the order of {@code resources}.
     *
     * @throws FileAlreadyExistsException if one of them is there; none is written then
     */
    public List<String> write(List<Resource> resources) throws IOException {
        for (Resource resource : resources) {
            Path file = folder.resolve(ManifestPath.of(resource));
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        var written = new ArrayList<Path>();
        try {
            for (Resource resource : resources.stream().sorted(SECRETS_FIRST).toList()) {
                write(resource, written);
            }
        } catch (IOException e) {
            takeBack(written, e);
            throw e;
        }
        return resources.stream().map(ManifestPath::of).toList();
    }

    private void write(Resource resource, List<Path> written) throws IOException {
        Path file = folder.resolve(ManifestPath.of(resource));
        Files.createDirectories(file.resolveSibling(""));
        String permissions = resource.kind() == Kind.SECRET ? OWNER_ONLY : EVERYBODY_READS;
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(file, permissions))) {
            written.add(file);
            ByteBuffer bytes = ByteBuffer.wrap(yaml.document(resource).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void takeBack(List<Path> written, IOException cause) {
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
