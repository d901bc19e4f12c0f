package dev.gatehouse.gateway.source;

import dev.gatehouse.model.resource.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a resource, or an oddity.
 *
 * @param error false: a warning, and the resource is in force
 * @param resource absent: whatever it is could not be read as one
 * @param reason in one word, such as {@code SecretNotFound}; empty where there is none
 * @param path of the field within the resource, empty for the whole
 * @param file relative to the folder; absent where resources do not come from files
 * @param line from 1; 0 where there is no file
 */
public record SourceFinding(
        boolean error,
        @Nullable ResourceKey resource,
        String reason,
        String path,
        String message,
        @Nullable String file,
        int line) {

    /** One that is about no resource in particular. */
    public static SourceFinding ofAll(boolean error, String message) {
        return new SourceFinding(error, null, "", "", message, null, 0);
    }
}
