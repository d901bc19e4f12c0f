package dev.gatehouse.model.rights;

/** Whether a principal can act at all, before any rule is asked. */
public enum Standing {
    /** Nobody declares it, or its manifest is refused. */
    ABSENT("not there"),
    /** It is declared and refused for a mistake. */
    REFUSED("refused"),
    /** {@code suspend: true}. */
    SUSPENDED("suspended"),
    /** No token of it can authenticate: none is declared, or none could be read. */
    WITHOUT_TOKEN("without a usable token"),
    /** Its tokens authenticate, within their times. */
    ACTIVE("active");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
