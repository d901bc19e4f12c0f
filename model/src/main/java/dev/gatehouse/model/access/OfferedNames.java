package dev.gatehouse.model.access;

/** The names on each list of an upstream server, as far as they are known. */
public record OfferedNames(ListedNames tools, ListedNames prompts, ListedNames resources, ListedNames templates) {

    /** Of a server that nobody has asked. */
    public static final OfferedNames UNKNOWN =
            new OfferedNames(ListedNames.UNKNOWN, ListedNames.UNKNOWN, ListedNames.UNKNOWN, ListedNames.UNKNOWN);

    /** Of a server whose names are not told. */
    public static final OfferedNames PARTIAL =
            new OfferedNames(ListedNames.PARTIAL, ListedNames.PARTIAL, ListedNames.PARTIAL, ListedNames.PARTIAL);
}
