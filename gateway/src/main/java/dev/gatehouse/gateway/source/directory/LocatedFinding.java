package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.gateway.source.SourceFinding;
import dev.gatehouse.model.manifest.Location;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in the folder and where it stands, whoever found it.
 *
 * @param reason in one word, such as {@code SecretNotFound} or {@code UnknownField}
 * @param path within the object, empty for the object as a whole
 */
public record LocatedFinding(
        Location at, boolean error, String reason, @Nullable ResourceKey resource, String path, String message) {

    static final Comparator<LocatedFinding> ORDER = Comparator.comparing(LocatedFinding::at)
            .thenComparing(LocatedFinding::path)
            .thenComparing(LocatedFinding::message);

    static LocatedFinding of(ManifestFinding finding) {
        return new LocatedFinding(
                finding.location(),
                finding.isError(),
                finding.problem().text(),
                finding.resource(),
                "",
                finding.message());
    }

    static LocatedFinding of(Finding finding, Location at) {
        return new LocatedFinding(
                at, finding.isError(), finding.reason().text(), finding.resource(), finding.path(), finding.message());
    }

    /** The same finding with a better place. */
    LocatedFinding standingAt(Location place) {
        return new LocatedFinding(place, error, reason, resource, path, message);
    }

    /** Whether nothing of the object is in force. */
    boolean refusesAll() {
        return Reason.INVALID.text().equals(reason)
                || Reason.INTERNAL_ERROR.text().equals(reason);
    }

    SourceFinding reported() {
        return new SourceFinding(error, resource, reason, path, message, at.file(), at.line());
    }

    /** As compilers print it: {@code file:line: error: McpClient team-a/cursor spec.tokens[0]: what to do}. */
    @Override
    public String toString() {
        return under(Path.of(""));
    }

    /** The same, with the file as seen from where {@code folder} is. */
    public String under(Path folder) {
        return folder.resolve(at.file()) + ":" + at.line() + (error ? ": error: " : ": warning: ") + subject()
                + message;
    }

    /** {@code McpClient team-a/cursor spec.tokens[0]: } to stand before the message; empty where no object is known. */
    public String subject() {
        return resource == null ? "" : resource + (path.isEmpty() ? "" : " " + path) + ": ";
    }
}
