package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * Is told of a document while {@link JsonScanner} reads it, as far as it wants to know. Where a method may object, the
 * flaw it returns refuses the document.
 */
interface JsonVisitor {

    /**
     * A value begins.
     *
     * @param at its offset in the document
     * @return for an object or array: whether to be told of what is inside; for a string or number: whether to be given
     *     its text by {@link #scalar}
     */
    boolean value(JsonType type, long at);

    /**
     * A member of an object that is watched.
     *
     * @param name decoded; valid during the call only
     */
    @Nullable
    Flaw name(Capture name);

    /**
     * A string or number that was asked for.
     *
     * @param text a string decoded, a number as written; valid during the call only
     * @param start offset of the value, a string's quote included
     * @param end offset behind it
     */
    @Nullable
    Flaw scalar(JsonType type, Capture text, long start, long end);

    /** An object or array that {@link #value} announced ends before this offset, whether it was watched or not. */
    void closed(long end);
}
