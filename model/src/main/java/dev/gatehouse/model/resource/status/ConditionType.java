package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a {@link Condition} is about. All but {@link #STALLED} always stand in a status. */
public enum ConditionType {
    /** Valid, and in conflict with nothing. */
    @JsonProperty("Accepted")
    ACCEPTED("Accepted"),
    /** Every reference exists, is permitted and has the key. */
    @JsonProperty("ResolvedRefs")
    RESOLVED_REFS("ResolvedRefs"),
    /** Every connected gateway has confirmed a configuration that contains this generation. */
    @JsonProperty("Programmed")
    PROGRAMMED("Programmed"),
    /** All of the above. */
    @JsonProperty("Ready")
    READY("Ready"),
    /** A person must act; present only when True, so that kstatus and Flux report Failed and not InProgress. */
    @JsonProperty("Stalled")
    STALLED("Stalled");

    private final String text;

    ConditionType(String text) {
        this.text = text;
    }

    /** As a status spells it. */
    public String text() {
        return text;
    }
}
