package dev.gatehouse.gateway.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what a flag names: a file, or standard input where it says {@code -}; never more than it should hold. */
final class InputFile {

    static final Path STANDARD_INPUT = Path.of("-");

    private InputFile() {}

    static byte[] read(Path file, InputStream standardInput, int maxBytes) throws IOException {
        return file.equals(STANDARD_INPUT) ? bounded(standardInput, maxBytes) : read(file, maxBytes);
    }

    static byte[] read(Path file, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, maxBytes);
        } catch (NoSuchFileException e) {
            throw new IOException("it does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException("this process may not read it", e);
        }
    }

    private static byte[] bounded(InputStream in, int maxBytes) throws IOException {
        byte[] bytes = in.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new IOException("it is larger than " + maxBytes + " bytes");
        }
        return bytes;
    }
}
