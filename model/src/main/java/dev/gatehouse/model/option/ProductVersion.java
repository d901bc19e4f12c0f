package dev.gatehouse.model.option;

import org.jspecify.annotations.Nullable;

/**
 * Which build of a program this is.
 *
 * @param ofJar what its jar's manifest says; null when it does not run from a jar
 */
public record ProductVersion(@Nullable String ofJar) {

    /** What {@code --version} prints: the program with its version, and the Java that it runs on. */
    public String line(String program, int java) {
        return program + " " + (ofJar == null ? "(not packaged)" : ofJar) + ", Java " + java;
    }

    /** As others list it, a word. */
    @Override
    public String toString() {
        return ofJar == null ? "unpackaged" : ofJar;
    }
}
