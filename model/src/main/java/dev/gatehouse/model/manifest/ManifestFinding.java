package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.ResourceKey;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a manifest, where it stands.
 *
 * @param resource the refused object, where it could be told which one is meant
 * @param message a sentence that says what to do; never holds the value of a Secret or variable
 */
public record ManifestFinding(
        Location location, @Nullable ResourceKey resource, ManifestProblem problem, String message) {

    static final Comparator<ManifestFinding> ORDER =
            Comparator.comparing(ManifestFinding::location).thenComparing(ManifestFinding::message);

    public boolean isError() {
        return problem.isError();
    }

    @Override
    public String toString() {
        return location + ": " + message;
    }
}
