package dev.gatehouse.gateway.source.directory;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What tells, without reading it, that a file has changed. Links are followed, so a swapped mount shows. */
record FileStamp(@Nullable Object key, long size, FileTime modified) {

    /** Two writes within the file system's clock tick look alike, so a stamp as young as this proves nothing. */
    private static final Duration YOUNG = Duration.ofSeconds(1);

    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
    }

    boolean isYoungAt(Instant now) {
        return modified.toInstant().plus(YOUNG).isAfter(now);
    }
}
