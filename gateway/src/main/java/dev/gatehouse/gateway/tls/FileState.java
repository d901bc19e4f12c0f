package dev.gatehouse.gateway.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** What tells whether files have changed without reading them; links are followed, so a swapped mount shows. */
record FileState(List<String> files) {

    static final FileState UNREADABLE = new FileState(List.of());

    static FileState of(TlsFiles files) throws IOException {
        return new FileState(List.of(describe(files.certificates()), describe(files.key())));
    }

    private static String describe(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
    }
}
