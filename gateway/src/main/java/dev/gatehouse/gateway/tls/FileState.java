package dev.gatehouse.gateway.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What tells whether files have changed without reading them; links are followed, so a swapped mount shows. */
record FileState(String certificates, String key) {

    static FileState of(TlsFiles files) {
        return new FileState(describe(files.certificates()), describe(files.key()));
    }

    private static String describe(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
