package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.ResourceKey;

/**
 * A user's mistake, or a thing worth a look, on the resource that made it.
 *
 * @param path where in the resource, such as {@code spec.tokens[1].secretRef}; empty for the resource as a whole
 * @param message a sentence that says what to do; never holds a secret
 */
public record Finding(ResourceKey resource, String path, Reason reason, String message) {

    public boolean isError() {
        return reason != Reason.WARNING;
    }
}
