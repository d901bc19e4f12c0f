package dev.gatehouse.operator.status;

/** What an Event is about, in one word, where it is not about {@code Ready}: then it has that condition's reason. */
public enum EventReason {
    /** Something works and deserves a look. */
    WARNING("Warning"),
    /** A tool is described in another way than before. */
    TOOL_CHANGED("ToolChanged");

    private final String text;

    EventReason(String text) {
        this.text = text;
    }

    /** As an Event spells it. */
    public String text() {
        return text;
    }
}
