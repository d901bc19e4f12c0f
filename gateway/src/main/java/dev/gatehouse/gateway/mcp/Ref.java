package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * What a completion is asked for.
 *
 * @param type {@code ref/prompt} or {@code ref/resource} after {@link EraResolver} has checked it
 * @param name of the prompt
 * @param uri the resource template as a string, not an expansion of it
 */
public record Ref(
        @Nullable Text type, @Nullable Text name, @Nullable Text uri) {

    public static final String PROMPT = "ref/prompt";
    public static final String RESOURCE = "ref/resource";
}
