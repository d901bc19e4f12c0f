package dev.gatehouse.model.translate;

/** The vocabulary of findings; each belongs to exactly one condition type of a resource's status. */
public enum Reason {
    INVALID("Accepted", "Invalid"),
    NAME_CONFLICT("Accepted", "NameConflict"),
    DUPLICATE_TOKEN("Accepted", "DuplicateToken"),
    TOKEN_TOO_WEAK("Accepted", "TokenTooWeak"),
    /** No mistake of the user's: this program failed at the object. */
    INTERNAL_ERROR("Accepted", "InternalError"),
    SECRET_NOT_FOUND("ResolvedRefs", "SecretNotFound"),
    SECRET_KEY_NOT_FOUND("ResolvedRefs", "SecretKeyNotFound"),
    SECRET_UNLABELLED("ResolvedRefs", "SecretUnlabelled"),
    SERVER_NOT_FOUND("ResolvedRefs", "ServerNotFound"),
    ALLOW_LIST_NOT_FOUND("ResolvedRefs", "AllowListNotFound"),
    REF_NOT_PERMITTED("ResolvedRefs", "RefNotPermitted"),
    /** A {@code file} or {@code env} token that could not be read; directory mode only. */
    TOKEN_UNREADABLE("ResolvedRefs", "TokenUnreadable"),
    /** Works, and deserves a look: never fails a condition. */
    WARNING("", "Warning");

    private final String condition;
    private final String text;

    Reason(String condition, String text) {
        this.condition = condition;
        this.text = text;
    }

    /** The condition type that turns False, empty for a warning. */
    public String condition() {
        return condition;
    }

    /** Whether nothing of the object is in force, whatever else of it is right. */
    public boolean refusesAll() {
        return this == INVALID || this == INTERNAL_ERROR;
    }

    /** As a status spells it. */
    public String text() {
        return text;
    }
}
