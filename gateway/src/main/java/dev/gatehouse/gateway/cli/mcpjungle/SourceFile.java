package dev.gatehouse.gateway.cli.mcpjungle;

import org.jspecify.annotations.Nullable;

/**
 * A file to import.
 *
 * @param name what remarks call it
 * @param content its text; null if it could not be read
 * @param problem why not, completing a sentence about it; null if it could
 * @param kind what it describes, where its folder or the user says so
 */
public record SourceFile(
        String name,
        @Nullable String content,
        @Nullable String problem,
        @Nullable JungleKind kind) {

    /** The text may hold tokens. */
    @Override
    public String toString() {
        return "SourceFile[" + name + "]";
    }
}
