package dev.gatehouse.gateway.testing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of YAML that a gateway watches. Files are replaced whole, as editors do. */
public final class ManifestFolder {

    private final Path folder;

    public ManifestFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** Writes or replaces one file. */
    public ManifestFolder write(String file, String... documents) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Path fresh = Files.writeString(
                    target.resolveSibling("." + target.getFileName() + ".new"),
                    String.join("---\n", List.of(documents)));
            Files.move(fresh, target, REPLACE_EXISTING, ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ManifestFolder delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code <name>.yaml} with the client and {@code <name>-token.yaml} with its token of {@link Tokens}. */
    public ManifestFolder client(String name, String allow) {
        return client(name, allow, "");
    }

    public ManifestFolder client(String name, String allow, String more) {
        write(name + ".yaml", Manifest.client(name, allow, more));
        return write(name + "-token.yaml", Manifest.clientSecret(name, Tokens.of(name)));
    }

    /** Writes {@code <name>.yaml} with a standard user whose token is that of {@link Tokens}. */
    public ManifestFolder user(String name, String allow) {
        return write(name + ".yaml", Manifest.user(name, "User", allow, ""));
    }

    /** As {@link #user}, with the role Admin. */
    public ManifestFolder admin(String name, String allow) {
        return write(name + ".yaml", Manifest.user(name, "Admin", allow, ""));
    }

    /** Writes {@code <name>.yaml} with an upstream. */
    public ManifestFolder legacyServer(String name, RecordingUpstream upstream) {
        return write(name + ".yaml", Manifest.legacyServer(name, upstream));
    }

    public ManifestFolder modernServer(String name, RecordingUpstream upstream) {
        return write(name + ".yaml", Manifest.modernServer(name, upstream));
    }

    public ManifestFolder gateway(String spec) {
        return write("gateway.yaml", Manifest.gateway(spec));
    }
}
