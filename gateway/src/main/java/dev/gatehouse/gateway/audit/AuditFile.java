package dev.gatehouse.gateway.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a file. Before each write it looks whether the path still leads to the open file: a log rotation that moved
 * it away gets a new one, with no signal and no restart.
 */
final class AuditFile implements AuditOutput {

    private final Path path;
    private FileChannel channel;
    private @Nullable Object openKey;

    AuditFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, CREATE, APPEND);
        this.openKey = keyAtPath();
    }

    @Override
    public void write(ByteBuffer lines) throws IOException {
        Object key = keyAtPath();
        if (key == null || !key.equals(openKey)) {
            reopen();
        }
        while (lines.hasRemaining()) {
            channel.write(lines);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void reopen() throws IOException {
        FileChannel next = FileChannel.open(path, CREATE, APPEND);
        channel.close();
        channel = next;
        openKey = keyAtPath();
    }

    /** Device and inode; absent: there is no such file. */
    private @Nullable Object keyAtPath() throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
