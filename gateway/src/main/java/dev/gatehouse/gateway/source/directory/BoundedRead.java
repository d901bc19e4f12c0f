package dev.gatehouse.gateway.source.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads regular files up to a size; every refusal is an exception whose message completes "this file …". */
public final class BoundedRead {

    private BoundedRead() {}

    public static byte[] read(Path file, int maxBytes) throws IOException {
        // Opening a pipe or a device could block for ever, so what it is comes first.
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new IOException("is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IOException("is larger than " + (maxBytes >> 10) + " KiB; split it");
            }
            return bytes;
        }
    }

    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "does not exist, or is a link that leads nowhere";
            case AccessDeniedException denied -> "may not be read by this process";
            default -> {
                String message = e.getMessage();
                yield message != null && message.startsWith("is ") ? message : "cannot be read: " + message;
            }
        };
    }
}
