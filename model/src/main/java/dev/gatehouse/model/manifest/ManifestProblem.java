package dev.gatehouse.model.manifest;

/** What is wrong with a manifest. */
public enum ManifestProblem {
    /** The file is not YAML, or exceeds a bound: none of its objects is taken. */
    UNREADABLE_FILE("UnreadableFile", true),
    /** A document or list item that is no object with apiVersion, kind and a valid name. */
    NOT_AN_OBJECT("NotAnObject", true),
    /** A kind or version of group gatehouse.dev that this program does not know. */
    UNKNOWN_KIND("UnknownKind", true),
    /** A field that the kind does not have, or the same one twice. */
    UNKNOWN_FIELD("UnknownField", true),
    /** A value of the wrong type or form, or a missing one. */
    INVALID_VALUE("InvalidValue", true),
    /** {@code ${NAME}} whose variable is not set. */
    UNSET_VARIABLE("UnsetVariable", true),
    /** Two objects of one kind, namespace and name: neither is taken. */
    DEFINED_TWICE("DefinedTwice", true),
    /** A kind of another API group: not Gatehouse's business. */
    FOREIGN_KIND("ForeignKind", false);

    private final String text;
    private final boolean error;

    ManifestProblem(String text, boolean error) {
        this.text = text;
        this.error = error;
    }

    /** In one word, in the style of a condition's reason. */
    public String text() {
        return text;
    }

    /** Whether something is refused because of it. */
    public boolean isError() {
        return error;
    }
}
