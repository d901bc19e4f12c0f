package dev.gatehouse.model.manifest;

/** What is wrong with a manifest. */
public enum Problem {
    /** The file is not YAML, or exceeds a bound: none of its objects is taken. */
    UNREADABLE_FILE(true),
    /** A document or list item that is no object with apiVersion, kind and a valid name. */
    NOT_AN_OBJECT(true),
    /** A kind or version of group gatehouse.dev that this program does not know. */
    UNKNOWN_KIND(true),
    /** A field that the kind does not have, or the same one twice. */
    UNKNOWN_FIELD(true),
    /** A value of the wrong type or form, or a missing one. */
    INVALID_VALUE(true),
    /** {@code ${NAME}} whose variable is not set. */
    UNSET_VARIABLE(true),
    /** Two objects of one kind, namespace and name: neither is taken. */
    DEFINED_TWICE(true),
    /** A kind of another API group: not Gatehouse's business. */
    FOREIGN_KIND(false);

    private final boolean error;

    Problem(boolean error) {
        this.error = error;
    }

    /** Whether something is refused because of it. */
    public boolean isError() {
        return error;
    }
}
