package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.manifest.Location;
import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.manifest.ManifestProblem;
import dev.gatehouse.model.manifest.ManifestReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads manifest files from disk. What cannot be read is a manifest without objects and with a finding. */
final class ManifestFile {

    static final int MAX_BYTES = 4 << 20;

    private final ManifestReader reader;
    private final Clock clock;

    ManifestFile(ManifestReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Keeps the objects of {@code before} if the file still holds the same bytes. */
    LoadedFile load(Path file, String name, @Nullable LoadedFile before) {
        try {
            FileStamp stamp = FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
            byte[] bytes = BoundedRead.read(file, MAX_BYTES);
            boolean young = stamp.isYoungAt(clock.instant());
            String content = digest(bytes);
            Manifest manifest = before != null && before.content().equals(content)
                    ? before.manifest()
                    : reader.read(name, text(bytes));
            boolean lostAll = manifest.resources().isEmpty()
                    && before != null
                    && !before.manifest().resources().isEmpty();
            return new LoadedFile(young ? null : stamp, content, manifest, young && lostAll);
        } catch (CharacterCodingException e) {
            return refused(name, "is not UTF-8 text");
        } catch (IOException e) {
            return refused(name, BoundedRead.reason(e));
        }
    }

    static LoadedFile refused(String name, String reason) {
        return new LoadedFile(
                null, "refused: " + reason, new Manifest(name, List.of(), List.of(finding(name, reason))), false);
    }

    private static ManifestFinding finding(String name, String reason) {
        String sentence = name + " " + reason + "; no object is taken from it until that is put right.";
        return new ManifestFinding(new Location(name, 1, 1), null, ManifestProblem.UNREADABLE_FILE, sentence);
    }

    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
